public import Dates
public import Facts
public import Text

/// A document as comparison reads it: its words in order, and the numbers, dates and names in them.
public struct StatedText: Sendable {
  /// A number or date that the text states.
  public enum Value: Sendable {
    case number(Quantity)
    case date(TimeExpression)

    public var span: Span {
      switch self {
      case .number(let quantity): quantity.span
      case .date(let time): time.span
      }
    }

    public var kind: String {
      switch self {
      case .number: "number"
      case .date: "date"
      }
    }
  }

  /// A person, organization or place that is named at a place.
  public struct Name: Sendable {
    public let span: Span
    /// The name that its entity is shown by.
    public let shown: String
    public let kind: EntityKind

    public init(span: Span, shown: String, kind: EntityKind) {
      self.span = span
      self.shown = shown
      self.kind = kind
    }
  }

  /// A word, or all the words of a number or date as one.
  struct Item: Sendable {
    let key: UInt64
    let span: Span
    /// Index of the number or date that it is.
    var value: Int?
    var isNumber = false
    var isCapitalized = false
  }

  public let text: String
  let bytes: [UInt8]
  let sentences: [Span]
  let items: [Item]
  /// In order of the text.
  public let values: [Value]
  let names: [Name]
  let negators: Set<UInt64>
  let functionWords: Set<UInt64>
  let fates: [UInt64: String]
  let language: String
  let published: CalendarDate?

  /// - Parameters:
  ///   - times, quantities: in any order; of two that overlap the first in the text counts.
  ///   - negators, functionWords: `Folding` keys.
  ///   - fates: what befell people, by the `Folding` key of the word that says so.
  public init(
    _ text: String, language: String, published: CalendarDate?, sentences: [Span],
    times: [TimeExpression], quantities: [Quantity], names: [Name], negators: Set<UInt64>,
    functionWords: Set<UInt64>, fates: [UInt64: String] = [:]
  ) {
    self.text = text
    self.language = language
    self.published = published
    self.sentences = sentences
    self.negators = negators
    self.functionWords = functionWords
    self.fates = fates
    self.names = names.sorted { $0.span < $1.span }
    bytes = Array(text.utf8)
    let found = times.map { Value.date($0) } + quantities.map { Value.number($0) }
    var values: [Value] = []
    for value in found.sorted(by: { $0.span < $1.span })
    where value.span.start >= values.last?.span.end ?? 0 { values.append(value) }
    let whole = bytes
    self.values = values.filter { !$0.span.isInAddress(whole) }
    items = Self.items(of: TokenizedText(text), self.values)
  }

  private static func items(of text: TokenizedText, _ values: [Value]) -> [Item] {
    var items: [Item] = []
    var next = 0
    for token in text.tokens {
      while next < values.count, values[next].span.end <= token.span.start { next += 1 }
      if next < values.count, values[next].span.overlaps(token.span) {
        if items.last?.value != next {
          items.append(Item(key: key(of: values[next]), span: values[next].span, value: next))
        }
        continue
      }
      guard token.kind == .word || token.kind == .number else { continue }
      items.append(
        Item(
          key: token.key, span: token.span, isNumber: token.kind == .number,
          isCapitalized: token.isCapitalized))
    }
    return items
  }

  /// Values that mean the same have one key, however they are written.
  private static func key(of value: Value) -> UInt64 {
    switch value {
    case .date(let time): return Folding.key("date " + time.value)
    case .number(let quantity):
      let unit = quantity.isCount ? "" : quantity.unit.map { $0.dimension + $0.code } ?? ""
      return Folding.key("number \(quantity.base) \(unit)")
    }
  }

  func string(_ span: Span) -> String {
    String(decoding: bytes[max(0, span.start)..<min(span.end, bytes.count)], as: UTF8.self)
  }

  /// From the first word of a range to its last; at an empty range the words around it.
  func span(of range: Range<Int>) -> Span {
    let start = range.isEmpty ? max(0, range.lowerBound - 1) : range.lowerBound
    let end = range.isEmpty ? min(items.count, range.upperBound + 1) : range.upperBound
    guard start < end else { return Span(0, 0) }
    return Span(items[start].span.start, items[end - 1].span.end)
  }

  /// The sentence around a place.
  func sentence(at span: Span) -> Span {
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].overlaps(span) ? sentences[low] : span
  }

  func name(at span: Span) -> Name? { names.first { $0.span.overlaps(span) } }
}

extension Span {
  /// Whether the line around it begins as a web address does: its numbers state nothing.
  func isInAddress(_ bytes: [UInt8]) -> Bool {
    guard start >= 0, start < bytes.count else { return false }
    let before = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return bytes[before...].starts(with: "http".utf8)
  }
}
