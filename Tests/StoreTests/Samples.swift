import Dates
import Facts
import Foundation
import Store
import Testing
import Text

/// Documents, readings and stores that the tests share.
enum Samples {
  static let searchText: @Sendable (String) -> String = { $0.lowercased() }

  static func store() throws -> SessionStore { try SessionStore.inMemory(searchText: searchText) }

  static func span(_ part: String, in text: String) throws -> Span {
    let range = try #require(text.range(of: part))
    return Span(
      text.utf8.distance(from: text.startIndex, to: range.lowerBound),
      text.utf8.distance(from: text.startIndex, to: range.upperBound))
  }

  static func document(
    _ name: String, _ text: String, language: String = "en", source: String? = nil,
    published: String? = nil
  ) -> Document {
    let day = published.flatMap { CalendarDate($0) }
    let hash =
      String(repeating: "0", count: 64)
      + String(name.utf8.reduce(7) { ($0 &* 31) &+ Int($1) }, radix: 16)
    return Document(
      name: name, source: source, language: language,
      publication: Publication(day: day, origin: day == nil ? .none : .given),
      sha256: String(hash.suffix(64)), text: text)
  }

  static func mention(
    _ part: String, in text: String, _ kind: EntityKind = .person, name: String? = nil,
    identity: String? = nil
  ) throws -> Mention {
    Mention(
      span: try span(part, in: text), text: part, kind: kind, name: name ?? part,
      identity: identity, rule: "lexicon")
  }

  static func event(
    _ part: String, in text: String, kind: String = "consult", on day: String? = nil,
    participants: [Participant] = [], place: String? = nil
  ) throws -> Event {
    let day = day.flatMap { CalendarDate($0) }
    return Event(
      span: try span(part, in: text), text: part, sentence: Span(0, text.utf8.count), kind: kind,
      mode: "meet", status: .happened, value: day?.description ?? "",
      edtf: day?.description ?? "", days: DayInterval(day, day),
      basis: day == nil ? .none : .clause, time: nil, participants: participants, place: place,
      rule: "meet-with")
  }

  static let text = "Putin met Xi in Kazan on 22 October. \"We agree,\" said Peskov, TASS reports."

  /// All that can be read in `text`.
  static func reading() throws -> Reading {
    let day = CalendarDate("2024-10-22")
    let time = TimeExpression(
      span: try span("on 22 October", in: text), text: "on 22 October", type: .date,
      value: "2024-10-22", edtf: "2024-10-22", days: DayInterval(day, day),
      anchor: .mention("2024"), rule: "day-month", reason: "same year")
    let quote = Quote(
      span: try span("We agree,", in: text), text: "We agree,", kind: .direct,
      cue: Party(span: try span("said", in: text), text: "said", name: "said"),
      speaker: Party(span: try span("Peskov", in: text), text: "Peskov", name: "Peskov"),
      via: [Party(span: try span("TASS", in: text), text: "TASS", name: "TASS")], rule: "said")
    var event = try event(
      "met", in: text, on: "2024-10-22",
      participants: [
        Participant(name: "Putin", kind: .person, role: .actor),
        Participant(name: "Xi", kind: .person, role: .target),
      ], place: "Kazan")
    event.time = time.span
    return Reading(
      sentences: [Span(0, 36), Span(37, text.utf8.count)],
      mentions: [
        try mention("Putin", in: text, identity: "putin"), try mention("Xi", in: text),
        try mention("Kazan", in: text, .place), try mention("Peskov", in: text),
        try mention("TASS", in: text, .organization),
      ],
      times: [time], quotes: [quote], events: [event])
  }

  static func new(_ document: Document, _ reading: Reading = Reading()) -> NewDocument {
    NewDocument(document, reading: reading, rules: "1")
  }
}

/// A folder that is gone when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path(percentEncoded: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  func mode(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: file(name))
    return try #require(attributes[.posixPermissions] as? Int)
  }
}
