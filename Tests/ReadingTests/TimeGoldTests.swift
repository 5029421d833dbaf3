import Dates
import Facts
import Reading
import Testing
import Text

@Suite("Times against values that people read")
struct TimeGoldTests {
  @Test(
    "Two readings agree on place and value",
    arguments: [("hi", 87.0), ("ru", 84.0), ("zh", 91.0)])
  func agreement(_ language: String, _ least: Double) throws {
    let readings = try ["times-first-reading.tsv", "times-second-reading.tsv"].map { file in
      Set(try TimeGold(file).marks.filter { $0.set.hasPrefix(language) })
    }
    let common = readings[0].intersection(readings[1]).count
    #expect(TimeGold.f1(common, readings[0].count, readings[1].count) >= least)
  }

  @Test("The reconciled marks of a document do not overlap")
  func apart() throws {
    let marks = try TimeGold("times.tsv").marks
    for (a, b) in zip(marks, marks.dropFirst()) where a.document == b.document && a.set == b.set {
      #expect(a.end <= b.start, "\(a.place)")
    }
  }

  @Test(
    "Values are found as people found them",
    .enabled(if: TimeGold.isThere, "the texts of the development sets are not here"),
    arguments: [("hi-timebank", 64.0), ("ru-nerel", 76.0), ("zh-wikinews", 82.0)])
  func values(_ set: String, _ least: Double) throws {
    let gold = try TimeGold("times.tsv")
    let texts = try TimeGold.texts(of: set)
    var (right, found) = (0, 0)
    for document in gold.documents where document.set == set {
      let text = try #require(texts[document.id])
      let marks = try Self.marks(in: text, document)
      let wanted = gold.marks.filter { $0.set == set && $0.document == document.id }
      found += marks.count
      right += Self.right(marks, wanted)
    }
    let count = gold.marks.filter { $0.set == set }.count
    #expect(TimeGold.f1(right, found, count) >= least)
  }

  private static func marks(in text: String, _ document: TimeGold.Document) throws
    -> [TimeGold.Mark]
  {
    let offsets = CodePoints(text)
    let times = try TestReaders.reader(document.language).times(
      in: text, published: CalendarDate(document.published), mode: .news)
    return times.map {
      TimeGold.Mark(
        set: document.set, document: document.id,
        start: offsets.codePoint(atByte: $0.span.start),
        end: offsets.codePoint(atByte: $0.span.end), value: $0.value)
    }
  }

  /// How many wanted marks meet a found one of the same value, each used once.
  private static func right(_ found: [TimeGold.Mark], _ wanted: [TimeGold.Mark]) -> Int {
    var rest = found
    return wanted.count { mark in
      guard let index = rest.firstIndex(where: { $0.overlaps(mark) && $0.value == mark.value })
      else { return false }
      rest.remove(at: index)
      return true
    }
  }
}
