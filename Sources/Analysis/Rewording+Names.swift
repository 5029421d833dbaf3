import Facts
import Names
import Text

extension Rewording {
  /// Another name in the same place.
  mutating func names(_ left: Range<Int>, _ right: Range<Int>, _ likeness: Double) {
    guard let x = nameSpan(a, left), let y = nameSpan(b, right) else { return }
    let (from, to) = (a.string(x), b.string(y))
    let (wordsX, wordsY) = (Set(words(a, x)), Set(words(b, y)))
    guard wordsX.isDisjoint(with: wordsY), !wordsX.isEmpty, !wordsY.isEmpty,
      !soundsAlike(from, to), !isAbbreviated(wordsX, wordsY)
    else { return }
    let (nameX, nameY) = (a.name(at: x), b.name(at: y))
    if let nameX, let nameY, nameX.shown == nameY.shown { return }
    if likeness < 1, isMoved(to: b, y, wordsX) || isMoved(to: a, x, wordsY) { return }
    if likeness < Self.sameSentences {
      guard let nameX, let nameY, nameX.kind == nameY.kind else { return }
    }
    let kind = (nameX ?? nameY)?.kind == .place ? "place" : "participant"
    findings.append(
      Finding(kind: kind, verdict: .conflict, a: x, b: y, fact: nameX?.shown ?? from, other: to))
  }

  /// `Vendome` and `Vendôme`, `Advisers` and `Advisors`.
  private func soundsAlike(_ x: String, _ y: String) -> Bool {
    guard let x = Sound(x), let y = Sound(y) else { return false }
    return !Set(Skeleton.all(x)).isDisjoint(with: Skeleton.all(y))
  }

  /// `Dec` and `December`.
  private func isAbbreviated(_ x: Set<String>, _ y: Set<String>) -> Bool {
    x.allSatisfy { word in y.contains { Self.isSpelling(word, $0) } }
      && y.allSatisfy { word in x.contains { Self.isSpelling(word, $0) } }
  }

  /// Whether the other sentence has the name at another place.
  private func isMoved(to text: StatedText, _ place: Span, _ words: Set<String>) -> Bool {
    !Set(self.words(text, text.sentence(at: place))).isDisjoint(with: words)
  }

  /// The capitalized words of a change, or the name that it is part of; nil if other content words
  /// stand there too.
  private func nameSpan(_ text: StatedText, _ range: Range<Int>) -> Span? {
    let content = range.filter { !text.functionWords.contains(text.items[$0].key) }
    guard let first = content.first, let last = content.last, content.count <= 6 else { return nil }
    let span = Span(text.items[first].span.start, text.items[last].span.end)
    let isName = content.allSatisfy {
      text.items[$0].isCapitalized || text.name(at: text.items[$0].span) != nil
        || text.items[$0].span.count == 1
    }
    return isName && text.items[first].value == nil ? span : nil
  }
}
