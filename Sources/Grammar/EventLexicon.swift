import Text

/// Words that tell of events, and how they are told: `events.tsv` and `tense.tsv`.
public struct EventLexicon: Sendable {
  /// What a phrase triggers: a class of PLOVER, and how.
  public struct Trigger: Sendable, Equatable {
    public let kind: String
    public let mode: String?
    /// A noun names an event only where no verb of its clause does.
    public let isNoun: Bool
    /// The words behind the trigger that it needs, such as "sanctions" behind "imposed".
    public let object: String?
  }

  /// What a word says of the events near it.
  public enum Cue: String, Sendable, CaseIterable {
    case future, negation
    /// Says anywhere in the clause that it will not take place: cancelled, отменён.
    case cancelled
    /// Begins a condition, anywhere in the clause: if, если.
    case condition
    /// Near the trigger makes it something that may be: may, could, सकते हैं.
    case possible
    /// Puts the sentence before what was told so far: earlier, इससे पहले.
    case earlier
    /// Puts it on the occasion that was told last: during the meeting, в ходе встречи.
    case occasion
    /// Makes what stands beside it a thing of the past that is remembered: anniversary, 周年.
    case anniversary
    /// Stands for the two people who dealt with each other last: both leaders, दोनों नेता.
    case pair
    /// Stands for whoever tells, in what is told: he, we, वह.
    case teller
    /// Acts for the country whose adjective stands before it: troops, войска, सेना.
    case body
    /// Holds an office of that country, which counts where nobody is named: president, मंत्री.
    case role
    /// Stands before the one who acts in a passive: by, bởi, 被.
    case byBefore = "by-before"
    /// Stands behind (`with-after`) or before (`with-before`) the one who is met.
    case withAfter = "with-after"
    case withBefore = "with-before"
    /// Stands behind (`in-after`) or before (`in-before`) a place.
    case inAfter = "in-after"
    /// Stands behind a place, or behind the one against whom something is done: पर.
    case onAfter = "on-after"
    case inBefore = "in-before"
  }

  /// Single phrases.
  public let triggers: PhraseTrie<Trigger>
  /// Phrases that trigger with a second one within a few words: where to look for that.
  public let heads: PhraseTrie<Int>
  public let tails: [PhraseTrie<Trigger>]
  public let cues: PhraseTrie<Cue>
  /// Whether words behind a name say its role, rather than its place before or behind the verb.
  public let marksBehind: Bool

  /// - Throws: `PackProblem` at the first bad entry.
  public init(_ pack: LanguagePack) throws(PackProblem) {
    var triggers = PhraseTrie<Trigger>()
    var heads = PhraseTrie<Int>()
    var tails: [PhraseTrie<Trigger>] = []
    var numbers: [Substring: Int] = [:]
    let file = try pack.file("events.tsv")
    for row in file?.rows ?? [] {
      let (kind, isNoun, mode) = try Self.trigger(row)
      let objects = row[3]?.split(separator: "|") ?? []
      for form in row[2]?.split(separator: "|") ?? [] {
        guard !objects.isEmpty else {
          triggers.insert(
            Folding.keys(String(form)),
            Trigger(kind: kind, mode: mode, isNoun: isNoun, object: nil))
          continue
        }
        let number = numbers[form] ?? tails.count
        if number == tails.count {
          numbers[form] = number
          tails.append(PhraseTrie())
          heads.insert(Folding.keys(String(form)), number)
        }
        for object in objects {
          tails[number].insert(
            Folding.keys(String(object)),
            Trigger(kind: kind, mode: mode, isNoun: isNoun, object: String(object)))
        }
      }
    }
    self.triggers = triggers
    self.heads = heads
    self.tails = tails
    (cues, marksBehind) = try Self.readCues(pack)
  }

  private static func trigger(_ row: PackFile.Row) throws(PackProblem)
    -> (kind: String, isNoun: Bool, mode: String?)
  {
    guard let name = row[0], let mode = row[1], row[2] != nil else {
      throw PackProblem(
        file: "events.tsv", line: row.line,
        message: "a trigger has a class, a mode (or -), its forms, and perhaps their objects")
    }
    let isNoun = name.hasSuffix("?")
    let kind = isNoun ? String(name.dropLast()) : name
    guard kinds.contains(kind) else {
      throw PackProblem(
        file: "events.tsv", line: row.line,
        message: "no class \(kind); \(kinds.sorted().joined(separator: ", "))")
    }
    return (kind, isNoun, mode == "-" ? nil : mode)
  }

  private static func readCues(_ pack: LanguagePack) throws(PackProblem)
    -> (PhraseTrie<Cue>, marksBehind: Bool)
  {
    var cues = PhraseTrie<Cue>()
    var marksBehind = false
    guard let file = try pack.file("tense.tsv") else { return (cues, false) }
    for row in file.rows {
      guard let cue = row[0].flatMap(Cue.init), let forms = row[1] else {
        let all = Cue.allCases.map(\.rawValue).joined(separator: ", ")
        throw file.problem("a cue begins with one of \(all)", at: row)
      }
      for form in forms.split(separator: "|") { cues.insert(Folding.keys(String(form)), cue) }
      if cue == .withAfter { marksBehind = true }
    }
    return (cues, marksBehind)
  }

  /// The classes of PLOVER, and `hold` for a gathering that takes place.
  static let kinds: Set<String> = [
    "agree", "aid", "accuse", "assault", "coerce", "concede", "consult", "cooperate", "hold",
    "mobilize", "protest", "reject", "request", "retreat", "sanction", "support", "threaten",
  ]

  /// What a class becomes when it is announced for the future.
  ///
  /// PLOVER codes promised help as an agreement and announced force as a threat. Meetings keep
  /// their class, so that a planned one meets the one that takes place.
  public static let announced: [String: String] = [
    "aid": "agree", "concede": "agree", "cooperate": "agree", "retreat": "agree",
    "support": "agree", "assault": "threaten", "coerce": "threaten", "mobilize": "threaten",
    "sanction": "threaten",
  ]
}
