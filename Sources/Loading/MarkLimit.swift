/// Keeps runs of combining marks short: hashing or composing a long run takes quadratic time.
enum MarkLimit {
  /// Marks that may follow one base, as in the Stream-Safe Text Format of UAX #15.
  static let perBase = 30

  /// The text without the marks beyond the limit, and how many were dropped.
  static func limit(_ text: String) -> (text: String, dropped: Int) {
    var dropped = 0
    eachScalar(of: text) { _, isKept in dropped += isKept ? 0 : 1 }
    guard dropped > 0 else { return (text, 0) }
    var kept = String.UnicodeScalarView()
    eachScalar(of: text) { scalar, isKept in if isKept { kept.append(scalar) } }
    return (String(kept), dropped)
  }

  private static func eachScalar(of text: String, _ body: (Unicode.Scalar, _ isKept: Bool) -> Void)
  {
    var run = 0
    for scalar in text.unicodeScalars {
      run = isMark(scalar) ? run + 1 : 0
      body(scalar, run <= perBase)
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x370..<0x483, 0x904..<0x93C, 0x93D..<0x94D, 0x955..<0x980: false
    default: scalar.properties.canonicalCombiningClass != .notReordered
    }
  }
}
