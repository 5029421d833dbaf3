/// A name as texts use it: in full, and then by a part that can stand for it.
///
/// The last word stands for the name where the text has the whole name: `Jobs`. A model number, and
/// what follows the maker's name, stand for it where the text names the maker: the `787`, the
/// `Dreamliner`, several `A380s`.
struct SpokenName {
  private let whole: [UInt64]
  /// The last word, if it can stand for the name: `Jobs`, `A380`, but not the `4` of `iPhone 4`.
  private let short: [UInt64]
  /// The maker's name, and the parts of the name that mean the thing beside it.
  private let maker: [UInt64]
  private let parts: [[UInt64]]

  /// Digits from which on a number is as good as a name.
  private static let digitsOfName = 3

  init(_ name: String) {
    whole = Folding.keys(name)
    let words = name.split(separator: " ").map(String.init)
    let last = words.last ?? ""
    let isNumber = last.allSatisfy(\.isNumber)
    let stands = isNumber ? Self.isModel(last) : last.first?.isLowercase == false
    short = words.count > 1 && stands ? Folding.keys(last) : []
    maker = words.count > 1 ? Folding.keys(words[0]) : []
    parts = Self.parts(words).flatMap { [Folding.keys($0 + "s"), Folding.keys($0)] }
  }

  /// Model numbers of the name, and all ends of it that begin like a name.
  private static func parts(_ words: [String]) -> [String] {
    guard words.count > 1 else { return [] }
    let ends = words.indices.dropFirst().map { words[$0...].joined(separator: " ") }
    let names = ends.filter { end in
      words.count > 2 && end.first?.isLowercase == false
        && (end.first?.isNumber == false || isModel(end))
    }
    return Set(words.dropFirst().filter(isModel) + names).sorted()
  }

  private static func isModel(_ word: String) -> Bool {
    word.count(where: \.isNumber) >= digitsOfName
  }

  /// Where the name stands, in order; its last word does not count where a capital before it makes
  /// it another's.
  func spans(in text: TokenizedText) -> [Span] {
    var found = text.spans(of: whole)
    if !found.isEmpty, !short.isEmpty {
      found += text.spans(of: short).filter { span in
        !found.contains { $0.overlaps(span) } && !isTouched(span, text)
      }
    }
    guard !maker.isEmpty, !parts.isEmpty, !text.spans(of: maker).isEmpty else { return found }
    for span in parts.flatMap({ text.spans(of: $0) })
    where !found.contains(where: { $0.overlaps(span) }) {
      found.append(span)
    }
    return found
  }

  private func isTouched(_ span: Span, _ text: TokenizedText) -> Bool {
    guard let before = text.tokens.last(where: { $0.span.end <= span.start }),
      before.isCapitalized, before.kind == .word
    else { return false }
    return !text.sentenceSpans.contains { $0.start == before.span.start }
  }
}
