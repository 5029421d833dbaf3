public import Analysis

extension DocumentRow {
  /// The publication day and where it was found: `2024-10-03 given`, or `undated`.
  public var publicationLabel: String {
    publication.day.map { "\($0) \(publication.origin.rawValue)" } ?? "undated"
  }
}

extension EntityRow {
  /// The names other than the one it is shown by, most used first, each once.
  public var otherNames: [String] {
    var seen: Set<String> = [name]
    return names.map(\.text).filter { seen.insert($0).inserted }
  }
}

extension EventRow {
  /// The date as EDTF; one that is only the publication day says so; `undated` without any.
  public var dateLabel: String {
    if event.edtf.isEmpty { return "undated" }
    let date = event.edtf.withSeasonNamed
    return event.basis == .published ? date + " (published)" : date
  }

  /// The status, and what became of a plan: `planned → e20`, `planned, unconfirmed`.
  public func statusLabel(_ outcome: EventOutcome?) -> String {
    let label = Self.label(outcome)
    let separator = label.isEmpty ? "" : label.hasPrefix("→") ? " " : ", "
    return event.status.rawValue + separator + label
  }

  /// What became of a plan: `→ e20`, `denied by e7`, `unconfirmed`; empty if nothing is known.
  public static func label(_ outcome: EventOutcome?) -> String {
    switch outcome {
    case .happened(let ids): "→ " + handles(ids)
    case .denied(let ids): "denied by " + handles(ids)
    case .unconfirmed: "unconfirmed"
    case .open, nil: ""
    }
  }

  /// The first handles, and how many more there are.
  private static func handles(_ ids: [Int]) -> String {
    let shown = ids.prefix(3).map { "e\($0)" }.joined(separator: " ")
    return ids.count > 3 ? shown + " and \(ids.count - 3) more" : shown
  }

  /// What happened in a few words that need no language: `consult visit: Xi Jinping @ Kazan`.
  public var gloss: String {
    let what = [event.kind, event.mode ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    let who = participants.map(\.name).joined(separator: ", ")
    return [what + (who.isEmpty ? "" : ": " + who), place.map { "@ " + $0 } ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  public var json: JSON {
    .object([
      ("id", .string(handle.description)), ("doc", .string(document.name)),
      ("start", .int(event.span.start)), ("end", .int(event.span.end)),
      ("text", .string(event.text)), ("kind", .string(event.kind)),
      ("mode", .optional(event.mode)), ("status", .string(event.status.rawValue)),
      ("edtf", .optional(event.edtf.isEmpty ? nil : event.edtf)),
      ("basis", .string(event.basis.rawValue)),
      ("participants", .array(participants.map { .string($0.name) })),
      ("place", .optional(place)),
      (
        "numbers",
        .array(
          event.numbers.map { number in
            .object(
              [
                ("start", .int(number.span.start)), ("end", .int(number.span.end)),
                ("text", .string(number.text)),
              ] + number.members)
          })
      ),
      ("sentence", .string(sentence)), ("root", .string(root)),
    ])
  }

  /// What its clause counts, as the text has it: `about 200 injured; $30 million`.
  public var numbersLabel: String { event.numbers.map(\.label).joined(separator: "; ") }
}

extension QuoteRow {
  public var json: JSON {
    .object([
      ("id", .string(handle.description)), ("doc", .string(document.name)),
      ("start", .int(quote.span.start)), ("end", .int(quote.span.end)),
      ("text", .string(quote.text)), ("kind", .string(quote.kind.rawValue)),
      ("speaker", .optional(speaker)), ("chain", .array(chain.map { .string($0) })),
    ])
  }
}

extension String {
  /// An EDTF date with its season as a word: `2010 summer` for `2010-22`, `XXXX spring` for `XXXX-21`.
  var withSeasonNamed: String {
    guard utf8.count >= 7, utf8.dropFirst(7).allSatisfy({ "?~%".utf8.contains($0) }),
      let season = Self.seasons[String(dropFirst(4).prefix(3))]
    else { return self }
    return prefix(4) + " " + season + dropFirst(7)
  }

  /// ISO 8601-2, table of sub-year groupings.
  private static let seasons = [
    "-21": "spring", "-22": "summer", "-23": "autumn", "-24": "winter",
  ]
}

/// `1 mention`, `2 mentions`: the count with its English noun.
public func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

extension Double {
  /// A share with two decimals: `0.95`.
  public var formattedShare: String {
    let hundredths = Int((self * 100).rounded())
    let decimals = hundredths % 100
    return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }
}
