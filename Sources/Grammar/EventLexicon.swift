import Text

/// Words that tell of events, and how they are told: `events.tsv` and `tense.tsv`.
public struct EventLexicon: Sendable {
  /// What a phrase triggers: a class of PLOVER, and how.
  public struct Trigger: Sendable, Equatable {
    public let kind: String
    public let mode: String?
  }

  /// What a word says of the events near it.
  public enum Cue: String, Sendable, CaseIterable {
    case future, negation
    /// Stands behind (`with-after`) or before (`with-before`) the one who is met.
    case withAfter = "with-after"
    case withBefore = "with-before"
    /// Stands behind (`in-after`) or before (`in-before`) a place.
    case inAfter = "in-after"
    case inBefore = "in-before"
  }

  public let triggers: PhraseTrie<Trigger>
  public let cues: PhraseTrie<Cue>

  /// - Throws: `PackProblem` at the first bad entry.
  public init(_ pack: LanguagePack) throws(PackProblem) {
    var triggers = PhraseTrie<Trigger>()
    if let file = try pack.file("events.tsv") {
      for row in file.rows {
        guard let kind = row[0], let mode = row[1], let forms = row[2] else {
          throw file.problem("a trigger has a class, a mode (or -) and its forms", at: row)
        }
        guard Self.kinds.contains(kind) else {
          throw file.problem(
            "no class \(kind); \(Self.kinds.sorted().joined(separator: ", "))", at: row)
        }
        let trigger = Trigger(kind: kind, mode: mode == "-" ? nil : mode)
        for form in forms.split(separator: "|") {
          triggers.insert(Folding.keys(String(form)), trigger)
        }
      }
    }
    self.triggers = triggers
    cues = try Self.readCues(pack)
  }

  private static func readCues(_ pack: LanguagePack) throws(PackProblem) -> PhraseTrie<Cue> {
    var cues = PhraseTrie<Cue>()
    guard let file = try pack.file("tense.tsv") else { return cues }
    for row in file.rows {
      guard let cue = row[0].flatMap(Cue.init), let forms = row[1] else {
        let all = Cue.allCases.map(\.rawValue).joined(separator: ", ")
        throw file.problem("a cue begins with one of \(all)", at: row)
      }
      for form in forms.split(separator: "|") { cues.insert(Folding.keys(String(form)), cue) }
    }
    return cues
  }

  /// The classes of PLOVER, and `hold` for a gathering that takes place.
  static let kinds: Set<String> = [
    "agree", "aid", "accuse", "assault", "coerce", "consult", "cooperate", "hold", "mobilize",
    "protest", "reject", "request", "retreat", "sanction", "support", "threaten", "yield",
  ]
}
