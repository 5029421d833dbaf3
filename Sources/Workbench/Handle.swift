/// The short name of a row, by which later commands refer to it: `d1`, `E1`, `e1`, `q1`, `t1`.
public struct Handle: Hashable, Sendable, CustomStringConvertible {
  public enum Kind: String, Sendable, CaseIterable {
    case document = "d"
    case entity = "E"
    case event = "e"
    case quote = "q"
    case time = "t"
  }

  public let kind: Kind
  public let number: Int

  public init(_ kind: Kind, _ number: Int) {
    self.kind = kind
    self.number = number
  }

  /// Reads `d12`; nil for anything else.
  public init?(_ text: String) {
    guard let first = text.first, let kind = Kind(rawValue: String(first)),
      let number = Int(text.dropFirst()), number > 0,
      text.dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    self.init(kind, number)
  }

  public var description: String { "\(kind.rawValue)\(number)" }
}
