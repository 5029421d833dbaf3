import Analysis
import Dates
import Facts
import Foundation
import Grammar
import Reading
import Registry
import Text

/// Measures stories and events across documents against ECB+ on standard input, a document a line
/// as `xzcat ../shared/data/compare/ecbplus/docs.jsonl.xz` prints them.
///
/// Events are the gold mentions of sentences that the corpus' makers checked; what is predicted is
/// which of them are one event. Of each mention annals' own grouping is told the words and
/// the story that `Stories` puts its document in. Prints B³ of the
/// stories, and MUC, B³, CEAF-e and their mean (CoNLL F1) of the events. With `LEAST` in the
/// environment stories are as alike as that; `errors` as an argument lists the kinds of happening
/// that were most often put together wrongly.
@main
struct EventMeasure {
  static func main() throws {
    guard let pack = Registry.packs.first(where: { $0.code == "en" }) else { return }
    let reader = try Reader(pack)
    var documents: [Topic] = []
    while let line = readLine() {
      documents.append(try JSONDecoder().decode(Topic.self, from: Data(line.utf8)))
    }
    let readings = documents.map {
      reader.read($0.text, noise: [], published: nil, mode: .news)
    }
    let stories = stories(documents, readings, reader)
    var gold: [Int: String] = [:]
    var predicted: [Int: String] = [:]
    for (number, document) in documents.enumerated() {
      gold[number] = document.subtopic
      predicted[number] = "\(stories[number])"
    }
    print("\(documents.count) documents, stories: \(ClusterScore(gold, predicted).cubed)")

    var reports: [EventReport] = []
    var instances: [Int: String] = [:]
    for (number, document) in documents.enumerated() {
      let places = CodePoints(document.text)
      for mention in document.mentions where mention.checked && mention.type.contains("ACTION") {
        let ends = mention.spans?.first ?? [mention.start, mention.end]
        let span = Span(places.byte(atCodePoint: ends[0]), places.byte(atCodePoint: ends[1]))
        let id = reports.count
        instances[id] = mention.cluster ?? "alone \(id)"
        reports.append(
          report(id, number, document, span, readings[number], story: stories[number], reader))
      }
    }
    let groups = EventGrouping(tolerance: .sameEvent).groups(of: reports)
    var found: [Int: String] = [:]
    for (number, group) in groups.enumerated() {
      for report in group { found[report.id] = "\(number)" }
    }
    print("\(reports.count) mentions of events: \(ClusterScore(instances, found).line)")
    if CommandLine.arguments.contains("errors") { listErrors(groups, instances) }
  }

  /// The story of each document.
  private static func stories(_ documents: [Topic], _ readings: [Reading], _ reader: Reader)
    -> [Int]
  {
    let empty = Set(
      reader.functionWords.subtracting(reader.styleWords).map { Folding.key($0) })
    let terms = zip(documents, readings).map { document, reading in
      StoryTerms(
        document.text, skipping: [], emptyWords: empty, names: reading.mentions.map(\.name))
    }
    let least = ProcessInfo.processInfo.environment["LEAST"].flatMap(Double.init)
    var numbers = Array(repeating: 0, count: documents.count)
    for (number, story) in Stories(terms, least: least ?? Stories.standard).groups.enumerated() {
      for document in story { numbers[document] = number }
    }
    return numbers
  }

  private static func report(
    _ id: Int, _ number: Int, _ document: Topic, _ span: Span, _ reading: Reading, story: Int,
    _ reader: Reader
  ) -> EventReport {
    let words = String(decoding: Array(document.text.utf8)[span.start..<span.end], as: UTF8.self)
    let happening = Happening.name(of: words, kind: reader.happening(of: words))
    let event = Event(
      span: span, text: words, sentence: span, kind: "event", mode: nil, status: .happened,
      value: "", edtf: "", days: DayInterval(nil, nil), basis: .none, time: nil, participants: [],
      place: nil, rule: "")
    return EventReport(
      id: id, documentID: number, document: document.id, source: "", root: "", language: "en",
      published: nil, event: event, participants: [], place: nil, sentence: "", story: story,
      happening: happening, isApart: happening == nil)
  }

  private static func listErrors(_ groups: [[EventReport]], _ gold: [Int: String]) {
    var wrong: [String: Int] = [:]
    for group in groups {
      let instances = Dictionary(grouping: group.compactMap { gold[$0.id] }) { $0 }
      let most = instances.values.map(\.count).max() ?? 0
      if let kind = group.first?.happening { wrong[kind, default: 0] += group.count - most }
    }
    for (kind, count) in wrong.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(30) {
      print("  \(kind) \(count)")
    }
  }
}

/// A document of ECB+.
struct Topic: Decodable {
  struct Mention: Decodable {
    let start: Int
    let end: Int
    let type: String
    let cluster: String?
    let checked: Bool
    /// The pieces of one that is not in one piece.
    let spans: [[Int]]?

    enum CodingKeys: CodingKey { case start, end, type, cluster, checked, spans }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      start = try values.decode(Int.self, forKey: .start)
      end = try values.decode(Int.self, forKey: .end)
      type = try values.decode(String.self, forKey: .type)
      cluster = try values.decodeIfPresent(String.self, forKey: .cluster)
      checked = try values.decodeIfPresent(Bool.self, forKey: .checked) ?? false
      spans = try values.decodeIfPresent([[Int]].self, forKey: .spans)
    }
  }

  let id: String
  let subtopic: String
  let text: String
  let mentions: [Mention]
}
