import Text

/// What the features see of one token: hashes of the word, its ends and its shape, and what the
/// tables say of it.
struct WordForm {
  /// The folded word.
  var word: UInt32 = 0
  /// The pattern of capitals: none, first, all, mixed.
  var capitals: UInt32 = 0
  /// Hashes of its first and last one to four letters; 0 where it is not longer.
  var prefixes = SIMD4<UInt32>()
  var suffixes = SIMD4<UInt32>()
  /// The classes of its characters, runs cut to two.
  var shape: UInt32 = 0
  /// Letters, at most 15.
  var length: UInt32 = 0
  /// The script and the kind of the token.
  var script: UInt32 = 0
  /// Whether no blank parts it from the token before (1) and behind (2).
  var joins: UInt32 = 0
  /// Its own flags in the table of names.
  var flags: UInt32 = 0
  /// The longest known phrase that it is part of: its flags, and where in it the token stands.
  var phrase: UInt32 = 0
  /// Its cluster of similar words, from 1; 0 is none.
  var cluster: UInt32 = 0

  /// The word with its pattern of capitals.
  var written: UInt32 { capitals == 0 ? word : Hash.mix(word, capitals) }

  /// What stands before the first and behind the last token of a sentence.
  static let edge = WordForm(word: 7, shape: 7)
}

/// Makes word forms from the bytes of a text.
struct WordFormer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let variants: [UInt16]

  /// - Parameter variants: see `HanVariants`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, variants: [UInt16]) {
    self.bytes = bytes
    self.variants = variants
  }

  func form(of token: Token) -> WordForm {
    var form = WordForm(word: Hash.short(token.key))
    form.script = UInt32(token.script.rawValue) << 2 | UInt32(token.kind.rawValue)
    if token.script == .han, token.span.count == 3 {
      form.word = HanVariants.hash(scalar(at: token.span.start), variants)
      form.shape = 3
      return form
    }
    spell(token, into: &form)
    return form
  }

  /// One pass over the letters, for shape, capitals, prefixes and suffixes.
  private func spell(_ token: Token, into form: inout WordForm) {
    var letters = SIMD4<UInt32>()
    var length: UInt32 = 0
    var uppers: UInt32 = 0
    var prefix: UInt32 = 17
    var shape: UInt32 = 5
    var last: UInt32 = 0
    var run = 0
    var index = token.span.start
    var isFirstUpper = false
    while index < token.span.end {
      let scalar = scalar(at: index)
      index += width(at: index)
      let (letter, kind) = Letter.read(scalar)
      run = kind == last ? run + 1 : 1
      last = kind
      if run <= 2 { shape = shape &* 31 &+ kind }
      guard kind != Letter.ignored else { continue }
      if kind == Letter.upper {
        uppers += 1
        if length == 0 { isFirstUpper = true }
      }
      prefix = (prefix ^ letter) &* 0x0100_0193
      if length < 4 { form.prefixes[Int(length)] = prefix }
      letters = SIMD4(letter, letters[0], letters[1], letters[2])
      length += 1
    }
    // An affix that is the whole word says nothing new.
    if length >= 1, length <= 4 { form.prefixes[Int(length) - 1] = 0 }
    var suffix: UInt32 = 19
    for count in 0..<4 where count + 1 < Int(length) {
      suffix = (suffix ^ letters[count]) &* 0x0100_0193
      form.suffixes[count] = suffix
    }
    form.shape = shape
    form.length = min(length, 15)
    form.capitals = uppers == 0 ? 0 : uppers == length ? 2 : isFirstUpper && uppers == 1 ? 1 : 3
    if uppers == 1, length == 1 { form.capitals = 1 }
  }

  private func width(at index: Int) -> Int {
    let first = bytes[index]
    return first < 0xC0 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  }

  private func scalar(at index: Int) -> UInt32 {
    let first = UInt32(bytes[index])
    let width = width(at: index)
    guard width > 1, index + width <= bytes.count else { return first }
    var value = first & (0xFF >> UInt32(width + 1))
    for offset in 1..<width { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return value
  }
}

/// Lower case and class of a character, as far as affixes and shapes need them.
enum Letter {
  static let ignored: UInt32 = 0
  static let upper: UInt32 = 1
  static let lower: UInt32 = 2
  static let other: UInt32 = 3
  static let mark: UInt32 = 4
  static let digit: UInt32 = 5
  /// Punctuation is its own class; this is added to its number.
  private static let sign: UInt32 = 16

  @inline(__always)
  static func read(_ scalar: UInt32) -> (letter: UInt32, kind: UInt32) {
    switch scalar {
    case 0x61...0x7A: (scalar, lower)
    case 0x41...0x5A: (scalar + 32, upper)
    case 0x30...0x39: (0x30, digit)
    case 0..<0x80: (scalar, sign + scalar)
    case 0x430...0x44F, 0x450, 0x452...0x45F: (scalar, lower)
    case 0x451, 0x401: (0x435, scalar == 0x401 ? upper : lower)
    case 0x410...0x42F: (scalar + 32, upper)
    case 0x400...0x40F: (scalar + 80, upper)
    case 0x93C, 0x200B...0x200F, 0xAD: (0, ignored)
    case 0x958...0x95F: (scalar, other)
    case 0x900...0x903, 0x93A...0x94F, 0x951...0x957, 0x962, 0x963:
      (scalar == 0x901 ? 0x902 : scalar, mark)
    case 0x966...0x96F: (0x30, digit)
    case 0x904...0x97F: (scalar, other)
    case 0xC0...0xDE: (scalar + 32, upper)
    case 0xDF...0xFF: (scalar, lower)
    case 0x100...0x17F, 0x1E00...0x1EFF, 0x460...0x52F:
      scalar & 1 == 0 ? (scalar | 1, upper) : (scalar, lower)
    case 0x2010...0x206F, 0x3000...0x303F, 0xFF00...0xFF0F: (scalar, sign)
    default: (scalar, other)
    }
  }
}
