import Facts
import Text

/// Compares the numbers and dates of two texts: word for word where one repeats the other, else by
/// what they count and the words around them.
struct PairComparison {
  let findings: [Finding]

  /// - Parameter areTranslations: whether texts of two languages are known to be one text; if not,
  ///   that is asked of their numbers and dates.
  init(_ a: StatedText, _ b: StatedText, areTranslations: Bool = false) {
    if a.language == b.language {
      let rewording = Rewording(a, b)
      findings = Self.ordered(rewording.findings + FactLinks(rewording).findings)
    } else {
      let drift = Drift(a, b)
      findings = Self.ordered(
        areTranslations || drift.isTranslation
          ? drift.findings : drift.findings.filter { $0.verdict != .conflict })
    }
  }

  private static func ordered(_ findings: [Finding]) -> [Finding] {
    findings.sorted { x, y in
      (x.a ?? x.b ?? Span(0, 0), x.b ?? Span(0, 0)) < (y.a ?? y.b ?? Span(0, 0), y.b ?? Span(0, 0))
    }
  }
}

extension StatedText {
  /// Beginnings of the content words within `reach` words of an item, up to a comma or the like.
  func stems(around item: Int, reach: Int) -> Set<String> {
    var (start, end) = (item, item + 1)
    while start > 0, item - start < reach, !isParted(start - 1, start) { start -= 1 }
    while end < items.count, end - item <= reach, !isParted(end - 1, end) { end += 1 }
    return stems(in: span(of: start..<end))
  }

  /// Whether more than a blank, a hyphen or a quotation mark stands between two items.
  private func isParted(_ first: Int, _ second: Int) -> Bool {
    let (from, to) = (items[first].span.end, items[second].span.start)
    guard from < to else { return false }
    return TokenizedText(string(Span(from, to))).tokens.contains { token in
      token.kind == .newline
        || token.kind == .mark
          && Self.parting.contains(string(Span(from + token.span.start, from + token.span.end)))
    }
  }

  private static let parting: Set<String> = [
    ",", ";", ":", ".", "!", "?", "(", ")", "–", "—", "，", "、", "；", "：", "。", "।", "،", "؛",
  ]

  /// The items of the sentence that an item stands in.
  func sentenceItems(around item: Int) -> Range<Int> {
    guard items.indices.contains(item) else { return item..<item }
    let sentence = sentence(at: items[item].span)
    var (start, end) = (item, item + 1)
    while start > 0, sentence.overlaps(items[start - 1].span) { start -= 1 }
    while end < items.count, sentence.overlaps(items[end].span) { end += 1 }
    return start..<end
  }

  /// Beginnings of the content words in a stretch.
  func stems(in span: Span) -> Set<String> {
    var (low, high) = (0, items.count)
    while low < high {
      let middle = (low + high) / 2
      if items[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    var stems: Set<String> = []
    while low < items.count, items[low].span.start < span.end {
      let item = items[low]
      if item.value == nil, !functionWords.contains(item.key), item.span.count > 1 {
        stems.insert(Folding.fold(string(item.span)).stem)
      }
      low += 1
    }
    return stems
  }
}

extension String {
  /// The first five letters: enough to tell words apart, and endings are left off.
  var stem: String {
    unicodeScalars.count <= 5
      ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(5)))
  }
}
