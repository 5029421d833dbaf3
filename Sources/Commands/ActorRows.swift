import Analysis
import Workbench

/// Two entities side by side, as the rows of a comparison and as JSON.
struct ActorRows {
  private let pair: ActorPair

  init(_ pair: ActorPair) { self.pair = pair }

  var cells: [[Output.Cell]] { [mentions, together] + attention + events + quotes }

  private var mentions: [Output.Cell] {
    row(
      "mentions", "–", "all",
      pair.actors.map { "\($0.mentions) in \(counted($0.documents, "document"))" })
  }

  private var together: [Output.Cell] {
    row(
      "together", "–", "named in one document",
      pair.actors.map { "\(pair.together) of \(counted($0.documents, "document"))" })
  }

  private var attention: [[Output.Cell]] {
    guard pair.courses.count == 2, let course = pair.courses.first else { return [] }
    let span = course.first == course.last ? "\(course.first)" : "\(course.first) to \(course.last)"
    return [
      row("attention", "–", "by \(course.step.rawValue), \(span)", pair.courses.map(\.sparkline))
    ]
  }

  /// Reports of a kind, and in how many of them the other one is too.
  private var events: [[Output.Cell]] {
    pair.kinds.map { kind in
      let verdict: Verdict = kind.first > 0 && kind.second > 0 ? .same : .only
      let with = kind.both > 0 ? ", \(kind.both) together" : ""
      return row(
        "event kind", verdict.rawValue, kind.kind,
        [kind.first, kind.second].map { $0 == 0 ? "–" : counted($0, "report") + with })
    }
  }

  private var quotes: [[Output.Cell]] {
    let told = pair.quoteCounts.map { $0 == 0 ? "–" : counted($0, "quote") }
    guard pair.quoteCounts != [0, 0] else { return [] }
    return [row("quotes", "–", "of the other", told)]
      + [0, 1].flatMap { side in
        pair.quotes[side].map { quote in
          let told = [quote.handle.description, quote.document.publication.day?.description ?? ""]
            .filter { !$0.isEmpty }.joined(separator: " ")
          return row(
            "quote", "only", quote.quote.text, side == 0 ? [told, "–"] : ["–", told])
        }
      }
  }

  private func row(_ kind: String, _ verdict: String, _ fact: String, _ told: [String])
    -> [Output.Cell]
  {
    ([kind, verdict, fact] + told).map { .text($0) }
  }

  var json: JSON {
    [
      "together": .int(pair.together),
      "actors": .array(
        pair.actors.indices.map { side in
          [
            "entity": .string(pair.actors[side].handle.description),
            "name": .string(pair.actors[side].name),
            "mentions": .int(pair.actors[side].mentions),
            "documents": .int(pair.actors[side].documents),
            "course": .array(
              side < pair.courses.count ? pair.courses[side].counts.map { .int($0) } : []),
            "quotes": .array(pair.quotes[side].map { .string($0.handle.description) }),
          ]
        }),
      "step": .optional(pair.courses.first?.step.rawValue),
      "first": .optional(pair.courses.first?.first.description),
      "events": .array(
        pair.kinds.map {
          [
            "kind": .string($0.kind), "first": .int($0.first), "second": .int($0.second),
            "both": .int($0.both),
          ]
        }),
    ]
  }
}
