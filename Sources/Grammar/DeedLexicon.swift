import Text

/// Words that tell what somebody did, of whatever kind: `deeds.tsv`.
public struct DeedLexicon: Sendable {
  /// Keys of verb forms that tell of a deed, and of those that do so in a headline only.
  public let verbs: Set<UInt64>
  public let headlineVerbs: Set<UInt64>
  /// Nouns that tell of a deed where they stand right behind a name: "Airbus deliveries".
  public let nouns: Set<UInt64>
  /// Words that have such a form but tell of a state.
  public let states: Set<UInt64>
  /// Words before which nothing has happened yet, or has not.
  public let unreal: Set<UInt64>
  /// Phrases at the head of a sentence that go on about whoever the last one was about.
  public let resumptions: PhraseTrie<Bool>
  /// Endings of regular forms, as lower-case bytes.
  public let endings: [[UInt8]]

  public var isEmpty: Bool { verbs.isEmpty && endings.isEmpty }

  /// - Throws: `PackProblem` at the first bad entry; a pack need not have the file.
  public init(_ pack: LanguagePack) throws(PackProblem) {
    var words: [String: Set<UInt64>] = [:]
    var resumptions = PhraseTrie<Bool>()
    var endings: [[UInt8]] = []
    let file = try pack.file("deeds.tsv")
    for row in file?.rows ?? [] {
      guard let kind = row[0], let forms = row[1], Self.kinds.contains(kind) else {
        throw PackProblem(
          file: file?.name ?? "deeds.tsv", line: row.line,
          message: "a row begins with one of \(Self.kinds.joined(separator: ", "))")
      }
      for form in forms.split(separator: "|").map(String.init) {
        switch kind {
        case "ending": endings.append(Array(form.utf8))
        case "resumption": resumptions.insert(Folding.keys(form), true)
        default: words[kind, default: []].insert(Folding.key(form))
        }
      }
    }
    verbs = words["verb"] ?? []
    headlineVerbs = words["headline"] ?? []
    nouns = words["noun"] ?? []
    states = words["state"] ?? []
    unreal = words["unreal"] ?? []
    self.resumptions = resumptions
    self.endings = endings
  }

  private static let kinds = [
    "ending", "headline", "noun", "resumption", "state", "unreal", "verb",
  ]
}
