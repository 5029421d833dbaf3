import Facts
import Text

extension Rewording {
  /// Sentences of one text that the other leaves out between two stretches that they share.
  mutating func omissions(_ left: Range<Int>, _ right: Range<Int>) {
    if right.count * 4 <= left.count {
      for sentence in sentences(a, left) {
        findings.append(
          Finding(
            kind: "event", verdict: .omitted, a: sentence, b: nil, fact: a.oneLine(sentence)))
      }
    } else if left.count * 4 <= right.count {
      for sentence in sentences(b, right) {
        findings.append(
          Finding(
            kind: "event", verdict: .omitted, a: nil, b: sentence, fact: b.oneLine(sentence)))
      }
    }
  }

  /// Sentences of at least four words that lie within a gap but for a word or two.
  private func sentences(_ text: StatedText, _ range: Range<Int>) -> [Span] {
    guard range.count >= 4 else { return [] }
    let slack = 12
    let gap = text.span(of: range)
    return text.sentences.filter { sentence in
      gap.start <= sentence.start + slack && sentence.end <= gap.end + slack
        && sentence.overlaps(gap)
        && text.items[range].count(where: { sentence.contains($0.span) }) >= 4
    }
  }
}
