public import Text

/// Words that tell what somebody did, of whatever kind: `deeds.tsv`.
public struct DeedLexicon: Sendable {
  /// What a row's words are for; a row begins with one of these.
  public enum Kind: String, Sendable, CaseIterable {
    /// Verb forms that tell of a deed, and of those that do so in a headline only.
    case verb, headline
    /// Nouns that tell of a deed where they stand right behind a name: "Airbus deliveries".
    case noun
    /// Verbs that leave the telling to a noun: "made its maiden flight".
    case light
    /// Forms that go on behind a comma with what the subject of the sentence does: ", saying".
    case joined
    /// Words that look like deeds but tell of a state.
    case state
    /// Words before which nothing has happened yet, or has not.
    case unreal
    /// Words that put a deed before the time of the story: "had agreed".
    case earlier
    /// Verbs of speech, and the word that begins what is said.
    case speech, that
    /// Words between two deeds of one subject, and words that may stand beside a verb.
    case and, adverb
    /// Words right behind a verb that belong to it: "rolled out".
    case particle
    /// The word before whoever did what a passive tells.
    case by
    /// Words before a name that is no subject: "the iPhone antenna".
    case article
    /// Words that say whose a noun is.
    case owner
    /// Words behind a name that is a whole phrase; behind any other the name only tells which.
    case follow
    /// Endings of regular forms, and of adverbs.
    case ending, manner
    /// Phrases at the head of a sentence that go on about what, or about whom, the text is about.
    case resumption, person
    /// Words for a person as the subject of a sentence, wherever they stand.
    case pronoun
  }

  /// `resumption` and `person`.
  public let resumptions: [Kind: PhraseTrie<Bool>]
  private let words: [Kind: Set<UInt64>]
  /// Lower-case bytes.
  private let endings: [Kind: [[UInt8]]]

  public var isEmpty: Bool { words[.verb] == nil && endings[.ending] == nil }

  /// - Throws: `PackProblem` at the first bad entry; a pack need not have the file.
  public init(_ pack: LanguagePack) throws(PackProblem) {
    var words: [Kind: Set<UInt64>] = [:]
    var resumptions: [Kind: PhraseTrie<Bool>] = [:]
    var endings: [Kind: [[UInt8]]] = [:]
    let file = try pack.file("deeds.tsv")
    for row in file?.rows ?? [] {
      guard let kind = row[0].flatMap(Kind.init), let forms = row[1] else {
        let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw PackProblem(
          file: file?.name ?? "deeds.tsv", line: row.line,
          message: "a row begins with one of \(kinds)")
      }
      for form in forms.split(separator: "|").map(String.init) {
        switch kind {
        case .ending, .manner: endings[kind, default: []].append(Array(form.utf8))
        case .resumption, .person:
          resumptions[kind, default: PhraseTrie()].insert(Folding.keys(form), true)
        default: words[kind, default: []].insert(Folding.key(form))
        }
      }
    }
    (self.words, self.endings, self.resumptions) = (words, endings, resumptions)
  }

  public func has(_ kind: Kind, _ token: Token) -> Bool {
    words[kind]?.contains(token.key) ?? false
  }

  /// Whether a word of these bytes may stand between a verb and what belongs to it: "also", "newly".
  public func isBesideVerb(_ token: Token, _ bytes: ArraySlice<UInt8>) -> Bool {
    has(.adverb, token) || ends(.manner, bytes)
  }

  /// Whether a word has one of the endings and more before it.
  public func ends(_ kind: Kind, _ bytes: ArraySlice<UInt8>) -> Bool {
    (endings[kind] ?? []).contains {
      bytes.count > $0.count + 1 && bytes.suffix($0.count).elementsEqual($0)
    }
  }
}
