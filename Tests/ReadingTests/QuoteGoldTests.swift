import Facts
import Reading
import Testing
import Text

@Suite("Hindi attributions against one reader's marks")
struct QuoteGoldTests {
  @Test("200 texts in two halves, and one reader's second pass kept most marks of the first")
  func readings() throws {
    let gold = try QuoteGold("quotes.tsv")
    #expect(gold.documents.count == 200)
    #expect(gold.documents.count { $0.half == "develop" } == 100)
    let first = try QuoteGold("quotes-first-reading.tsv")
    let all = gold.documents.flatMap { gold.marks[$0] ?? [] }
    let same = gold.documents.flatMap { document in
      Set(gold.marks[document] ?? []).intersection(first.marks[document] ?? [])
    }
    #expect(same.count * 100 >= all.count * 95)
  }

  @Test(
    "Content and speaker are found as they were read",
    .enabled(if: GoldTexts.areThere, "the texts of the development sets are not here"),
    arguments: [("develop", 84.0, 86.0), ("check", 84.0, 88.0)])
  func found(_ half: String, _ leastContent: Double, _ leastSpeaker: Double) throws {
    let gold = try QuoteGold("quotes.tsv")
    var content = Tally()
    var speaker = Tally()
    for (set, documents) in Dictionary(grouping: gold.documents, by: \.set) {
      let texts = try GoldTexts.texts(of: set)
      for document in documents where document.half == half {
        let found = try Self.marks(in: try #require(texts[document.id]))
        for mark in gold.marks[document] ?? [] {
          content.wanted += 1
          speaker.wanted += mark.speaker == nil ? 0 : 1
          guard let match = found.first(where: { $0.covers(mark.content) }) else { continue }
          content.hits += 1
          if let wanted = mark.speaker, match.speaker?.overlaps(wanted) == true {
            speaker.hits += 1
          }
        }
        let wanted = (gold.marks[document] ?? []).map(\.content)
        content.right += found.count { mark in wanted.contains { mark.isInside($0) } }
        content.found += found.count
        speaker.found += found.count { $0.speaker != nil }
      }
    }
    speaker.right = speaker.hits
    #expect(content.f1 >= leastContent)
    #expect(speaker.f1 >= leastSpeaker)
  }

  /// What was found, what of it is right, what was wanted, and what of that was hit.
  private struct Tally {
    var (found, right, wanted, hits) = (0, 0, 0, 0)

    var f1: Double {
      let precision = found == 0 ? 0 : Double(right) / Double(found)
      let recall = wanted == 0 ? 0 : Double(hits) / Double(wanted)
      return precision + recall == 0 ? 0 : 200 * precision * recall / (precision + recall)
    }
  }

  private struct Found {
    let content: Range<Int>
    let speaker: Range<Int>?

    func covers(_ wanted: Range<Int>) -> Bool {
      content.clamped(to: wanted).count * 2 >= wanted.count
    }

    func isInside(_ wanted: Range<Int>) -> Bool {
      content.clamped(to: wanted).count * 2 >= content.count
    }
  }

  private static func marks(in text: String) throws -> [Found] {
    let offsets = CodePoints(text)
    let range = { (span: Span) in
      offsets.codePoint(atByte: span.start)..<offsets.codePoint(atByte: span.end)
    }
    return try TestReaders.reader("hi").read(text, noise: [], published: nil, mode: .news).quotes
      .map { Found(content: range($0.span), speaker: ($0.speaker?.span).map(range)) }
  }
}
