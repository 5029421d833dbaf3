import Text

/// Words that attribute a statement: `quotes.tsv`, rows of use and forms.
public struct QuoteLexicon: Sendable {
  /// How a phrase attributes.
  public enum Use: String, Sendable, CaseIterable {
    /// A verb of saying with a clause or a quotation: कहा, said, 表示.
    case says
    /// The same in a language that marks subjects, where this form's subject is not: कहते हैं.
    case saysUnmarked = "says-unmarked"
    /// A participle, whose subject is that of the clause before it: adding, добавив.
    case saying
    /// A participle of a verb of judging: praising.
    case judging
    /// A verb with what somebody wants or will do: promised to, отказался.
    case wants
    /// A verb with what somebody judges: praised, निंदा की.
    case judges
    /// A noun with its content in a clause: the claim that, заявление о том, что.
    case noun
    /// Stands right behind the speaker: ने.
    case marker
    /// Stands right behind the one who is spoken to: को.
    case addressee
    /// Begins what is said: कि, that, что, rằng.
    case that
    /// Begins what is asked or told, and is a part of it: whether, how.
    case question
    /// Stands before the speaker: according to, по словам, theo.
    case accordingBefore = "according-before"
    /// The same, with who cites the speaker before it: 援引, dẫn lời.
    case citing
    /// Stands behind the speaker: के अनुसार.
    case accordingAfter = "according-after"
    /// Stands for a person named before: he, उन्होंने.
    case pronoun
    /// Stands for the one person named before, where no other is: the diplomat.
    case epithet
    /// A pronoun before "according to": उनके.
    case possessive
    /// Only looks like a cue, or holds one: 来说.
    case none

    /// Whether the phrase attributes something to somebody.
    public var isSource: Bool {
      isVerb || self == .accordingBefore || self == .citing || self == .accordingAfter
    }

    /// Whether the phrase is the predicate of who says.
    public var isVerb: Bool {
      switch self {
      case .says, .saysUnmarked, .saying, .judging, .wants, .judges: true
      default: false
      }
    }
  }

  /// What a word is to the noun phrase that names a speaker.
  public struct WordClass: OptionSet, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Stands between a subject and its verb: has, also, недавно.
    public static let skip = WordClass(rawValue: 1)
    /// Is no part of a subject: because, while, को.
    public static let stop = WordClass(rawValue: 2)
    /// Begins a noun phrase, so that no verb follows it: the, his.
    public static let determiner = WordClass(rawValue: 4)
    /// Parts the head of a noun phrase from what describes it: of, for, из.
    public static let preposition = WordClass(rawValue: 8)
    /// Joins two names, or two clauses: and, और.
    public static let joiner = WordClass(rawValue: 16)
    /// Points back at the noun before it: who, который.
    public static let relative = WordClass(rawValue: 32)
    /// Begins an infinitive: to.
    public static let infinitive = WordClass(rawValue: 64)
    /// Makes a participle behind it a passive: was.
    public static let passive = WordClass(rawValue: 128)
    /// Stands before the one who is spoken to, between speaker and verb: 对.
    public static let addressing = WordClass(rawValue: 256)
    /// Stands before who does what a passive tells: by.
    public static let agent = WordClass(rawValue: 512)

    /// A word of its own, whatever the words within it are: 中国.
    public static let plain: WordClass = []

    static let names: [String: WordClass] = [
      "skip": .skip, "stop": .stop, "determiner": .determiner, "preposition": .preposition,
      "joiner": .joiner, "relative": .relative, "infinitive": .infinitive, "passive": .passive,
      "addressing": .addressing, "agent": .agent, "plain": .plain,
    ]
  }

  public let phrases: PhraseTrie<Use>
  public let words: PhraseTrie<WordClass>
  /// Whether subjects are marked: then a verb without a marked subject attributes nothing.
  public let marksSpeakers: Bool
  /// Whether a clause may begin without "that"; its row has the form `-` then.
  public let mayDropThat: Bool

  /// - Throws: `PackProblem` at the first bad entry.
  public init(_ pack: LanguagePack) throws(PackProblem) {
    var phrases = PhraseTrie<Use>()
    var words = PhraseTrie<WordClass>()
    var marks = false
    var mayDropThat = false
    for row in try pack.file("quotes.tsv")?.rows ?? [] {
      guard let name = row[0], let forms = row[1] else { throw Self.problem(row) }
      if let use = Use(rawValue: name) {
        marks = marks || use == .marker
        for form in forms.split(separator: "|") {
          if use == .that, form == "-" { mayDropThat = true; continue }
          phrases.insert(Folding.keys(String(form)), use)
        }
      } else if let word = WordClass.names[name] {
        for form in forms.split(separator: "|") { words.insert(Folding.keys(String(form)), word) }
      } else {
        throw Self.problem(row)
      }
    }
    self.phrases = phrases
    self.words = words
    marksSpeakers = marks
    self.mayDropThat = mayDropThat
  }

  private static func problem(_ row: PackFile.Row) -> PackProblem {
    let uses = Use.allCases.map(\.rawValue) + WordClass.names.keys.sorted()
    return PackProblem(
      file: "quotes.tsv", line: row.line,
      message: "a row of quotes has one of \(uses.joined(separator: ", ")), and its forms")
  }
}
