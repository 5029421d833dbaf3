import AnnalsTesting
import Foundation
import Registry
import Store
import Testing
import Workbench

/// What holds of every timeline, whatever was asked: over the whole corpus of the notebooks.
@Suite("Timelines that can be defended")
struct TimelineInvariantTests {
  private static let notebooks = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Notebooks")

  private func corpus() throws -> Session {
    let session = try Session.inMemory(
      catalog: .registered, files: .open(from: Self.notebooks.path))
    _ = try session.run("load articles")
    return session
  }

  /// The entries of a timeline's JSON, each with its date.
  private func entries(_ line: String, _ session: Session) throws -> [(date: String, entry: JSON)] {
    let json = try #require(try session.run(line + " --format json").output.json)
    return json.items.flatMap { date in
      (date["entries"]?.items ?? []).map { (date["date"]?.text ?? "", $0) }
    }
  }

  private func slice(_ text: String, _ entry: JSON) -> String {
    let scalars = Array(text.unicodeScalars)
    let (start, end) = (entry["start"]?.number ?? 0, entry["end"]?.number ?? 0)
    var out = String.UnicodeScalarView()
    out.append(contentsOf: scalars[start..<end])
    return String(out)
  }

  private static let lines = [
    "timeline", "timeline --by month", "timeline --by week", "timeline --by year",
    "timeline --top 4 --sentences 3", "timeline --about Putin", "timeline --planned",
  ]

  @Test("An entry's text stands in its document at its span", arguments: lines)
  func texts(_ line: String) throws {
    let session = try corpus()
    let found = try entries(line, session)
    #expect(!found.isEmpty)
    for (_, entry) in found {
      let (_, document) = try session.document(try #require(entry["doc"]?.text))
      #expect(slice(document.text, entry) == entry["text"]?.text)
    }
  }

  @Test("A date names the expression that gives it, or says that it is the publication's")
  func expressions() throws {
    let session = try corpus()
    for (date, entry) in try entries("timeline", session) {
      guard let time = entry["time"], time != .null else {
        #expect(entry["anchor"]?.text != "clause", "\(date)")
        continue
      }
      let (_, document) = try session.document(try #require(entry["doc"]?.text))
      #expect(slice(document.text, time) == time["text"]?.text)
      #expect(time["rule"]?.text.isEmpty == false)
    }
  }

  @Test(
    "The same dates stand out whether all documents are read or only those that tell of them",
    arguments: ["Putin", "Xi Jinping"])
  func planned(_ name: String) throws {
    let session = try corpus()
    let topic = try session.topic([name])
    var order = TimelineOrder()
    order.top = 4
    order.sentences = 1
    let all = try session.timeline(Scope(), about: topic, order).rows.filter {
      $0.days.earliest != nil
    }
    order.mostRead = 1
    let planned = try session.timeline(Scope(), about: topic, order).rows
    #expect(!all.isEmpty)
    #expect(planned.map(\.label) == all.map(\.label))
    #expect(zip(planned, all).allSatisfy { 1...$1.reports ~= $0.reports })
  }

  @Test("Nothing is known before it was published")
  func asOf() throws {
    let session = try corpus()
    let found = try entries("timeline --as-of 2024-10-03", session)
    #expect(!found.isEmpty)
    for (_, entry) in found {
      let (row, _) = try session.document(try #require(entry["doc"]?.text))
      let day = try #require(row.publication.day)
      #expect(day.description <= "2024-10-03")
    }
  }

  @Test("As many dates as were asked for, each with at most as many sentences")
  func top() throws {
    let session = try corpus()
    let days = try entries("timeline --top 3 --sentences 2", session)
      .filter { $0.date.utf8.count == 10 }
    let counts = Dictionary(grouping: days, by: \.date).mapValues(\.count)
    #expect(counts.count == 3)
    #expect(counts.values.allSatisfy { $0 <= 2 })
  }

  @Test("What is pinned stays, what is excluded goes, and undo takes it back")
  func rulings() throws {
    let session = try SampleSession.make()
    let before = try session.run("timeline").output
    _ = try session.run("exclude e3")
    #expect(!(try session.run("timeline").output.plainLines.contains { $0.contains("e3") }))
    _ = try session.run("reword e2 \"The SCO met\"")
    #expect(
      try session.run("timeline").output.plainLines.contains {
        $0.contains("The SCO met (reworded)")
      })
    _ = try session.run("undo")
    _ = try session.run("undo")
    #expect(try session.run("timeline").output == before)
  }

  @Test("A pinned sentence is listed once, under its date, however short the timeline is")
  func pinnedSentences() throws {
    let session = try corpus()
    let isSentence = { (line: String) in
      line.split(separator: "|").dropFirst(4).first.map { $0.hasPrefix(" t") } ?? false
    }
    let top = try session.run("timeline --top 1").output.plainLines
    let line = try #require(
      try session.run("timeline").output.plainLines.first { isSentence($0) && !top.contains($0) })
    let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    _ = try session.run("pin \(cells[4])")
    let pinned = try session.run("timeline --top 1").output.plainLines.filter {
      $0.contains("| \(cells[4]) |")
    }
    #expect(pinned.count == 1)
    #expect(pinned.first?.hasPrefix(cells[0]) == true)
    #expect(pinned.first?.hasSuffix(cells[5]) == true)
    let elsewhere = try session.run("timeline --top 1 --until 2001").output.plainLines
    #expect(!elsewhere.contains { $0.contains("| \(cells[4]) |") })
    _ = try session.run("exclude \(cells[4])")
    #expect(
      !(try session.run("timeline").output.plainLines.contains { $0.contains("| \(cells[4]) |") }))
  }

  @Test("A pinned document is listed by what it tells first")
  func pinnedDocument() throws {
    let session = try corpus()
    _ = try session.run("pin d2")
    let lines = try session.run("timeline --top 1 --from 2024-10-20").output.plainLines
    let line = try #require(lines.first { $0.contains("| d2 |") })
    #expect(line.hasPrefix("2024-10-24 (published)"))
  }

  @Test("A number that is none is refused", arguments: ["--top 0", "--sentences 0"])
  func numbers(_ option: String) throws {
    let session = try SampleSession.make()
    #expect(throws: Problem.self) { try session.run("timeline \(option)") }
  }
}

extension JSON {
  fileprivate var items: [JSON] {
    guard case .array(let items) = self else { return [] }
    return items
  }
  fileprivate var text: String {
    guard case .string(let text) = self else { return "" }
    return text
  }
  fileprivate var number: Int? {
    guard case .int(let number) = self else { return nil }
    return number
  }
}
