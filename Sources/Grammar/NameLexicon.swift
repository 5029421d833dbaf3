import Names
public import Text

/// What a phrase of a pack's name files says of a text.
public enum NameEntry: Sendable, Equatable {
  /// A known name; `kind` is `person`, `organization` or `place`.
  case name(kind: String, identity: String, canonical: String)
  /// What is an organization of the country that is named beside it: foreign ministry.
  case body(identity: String)
  /// An adjective of a country or city: रूसी, Russian.
  case demonym(identity: String)
  /// राष्ट्रपति, Mr, 主席: a word that stands before or after a person's name.
  case title(class: String, isBefore: Bool)
  /// Words that are no name though they hold one.
  case noName

  /// The country that it names or is the adjective of, as an ISO 3166-1 code.
  public var country: String? {
    switch self {
    case .demonym(let identity), .name("place", let identity, _):
      Self.countryCode(identity)
    default: nil
    }
  }

  /// The identity itself if it is a country's.
  public static func countryCode(_ identity: String) -> String? {
    identity.utf8.count == 2 && identity == identity.uppercased() ? identity : nil
  }
}

/// A name that the analyst adds to those of the packs.
public struct NameAlias: Hashable, Sendable {
  public let form: String
  /// `person`, `organization` or `place`.
  public let kind: String
  /// A key that is the same for all names of one entity.
  public let identity: String

  public init(form: String, kind: String, identity: String) {
    self.form = form
    self.kind = kind
    self.identity = identity
  }
}

/// How a word is used when names are looked for.
public enum WordUse: String, Sendable, CaseIterable {
  /// `style` words carry no topic, but how often they are used tells writers apart: says, told.
  case function, style, abbreviation, given, surname, organization, locative, conjunction
}

/// What a pack knows of names: the language's forms in the table of entities, `names.tsv`,
/// `demonyms.tsv`, `titles.tsv`, `words.tsv` and, for languages whose names change with case,
/// `inflections.tsv` and `stems.tsv`.
public struct NameLexicon: Sendable {
  /// Names, demonyms and titles by their phrases.
  public let phrases: PhraseTrie<NameEntry>
  /// The usual form of each entity of the table by its identity: Russia of RU.
  public let usualNames: [String: String]
  /// Keys of words by their use.
  public let words: [WordUse: Set<UInt64>]
  /// Folded function words, which are no key words either.
  public let functionWords: Set<String>
  /// What the cases of a name share; nil for languages without them.
  public let stems: NameStems?
  /// Those of them by which writers differ.
  public let styleWords: Set<String>

  public func isUsed(_ token: Token, as use: WordUse) -> Bool {
    words[use]?.contains(token.key) ?? false
  }

  /// Reads the pack's files; those that it does not have are empty.
  ///
  /// - Parameter aliases: names beside the pack's, which go before them.
  /// - Throws: `PackProblem` at the first bad entry.
  public init(_ pack: LanguagePack, aliases: [NameAlias] = []) throws(PackProblem) {
    var phrases = PhraseTrie<NameEntry>()
    let inflections = try Inflections(pack)
    for alias in aliases {
      let entry = NameEntry.name(
        kind: alias.kind, identity: alias.identity, canonical: alias.form)
      for variant in inflections.forms(of: alias.form, kind: alias.kind) {
        phrases.insert(Folding.keys(variant), entry)
      }
    }
    let usual = try Self.readEntities(pack, inflections, into: &phrases)
    usualNames = usual
    if let file = try pack.file("names.tsv") {
      try Self.readNames(file, inflections, usual, into: &phrases)
    }
    if let file = try pack.file("demonyms.tsv") {
      for row in file.rows {
        guard let identity = row[0], let forms = row[1] else {
          throw file.problem("a demonym has an identity and its forms", at: row)
        }
        for form in forms.split(separator: "|") {
          phrases.insert(Folding.keys(String(form)), .demonym(identity: identity))
        }
      }
    }
    if let file = try pack.file("titles.tsv") { try Self.readTitles(file, into: &phrases) }
    self.phrases = phrases
    stems = try NameStems(pack)
    (words, functionWords, styleWords) = try Self.readWords(pack)
  }

  /// Folded words of a pack that carry no topic, without the rest of its lexicon.
  ///
  /// - Throws: `PackProblem` at the first bad entry.
  public static func functionWords(_ pack: LanguagePack) throws(PackProblem) -> Set<String> {
    try readWords(pack).1
  }

  /// - Returns: the usual form of each entity.
  private static func readEntities(
    _ pack: LanguagePack, _ inflections: Inflections, into phrases: inout PhraseTrie<NameEntry>
  ) throws(PackProblem) -> [String: String] {
    guard let table = EntityTable.installed else {
      throw PackProblem(file: "entities.tsv", line: 0, message: "the table is not installed")
    }
    var usual: [String: String] = [:]
    for entity in table.entries(in: pack.code) {
      usual[entity.identity] = entity.forms.first
      insert(entity, usual: entity.forms.first ?? "", inflections, into: &phrases)
    }
    return usual
  }

  /// - Parameter usual: the usual forms of the table's entities, of which the file has further ones.
  private static func readNames(
    _ file: PackFile, _ inflections: Inflections, _ usual: [String: String],
    into phrases: inout PhraseTrie<NameEntry>
  ) throws(PackProblem) {
    for row in file.rows {
      guard let kind = row[0], let identity = row[1], let forms = row[2] else {
        throw file.problem("a name has a kind, an identity and its forms", at: row)
      }
      guard EntityTable.kinds.contains(kind) else {
        throw file.problem(
          "no kind \(kind); one of \(EntityTable.kinds.joined(separator: ", "))", at: row)
      }
      let entity = EntityTable.Entry(
        kind: kind, identity: identity, forms: forms.split(separator: "|").map(String.init))
      insert(
        entity, usual: usual[identity] ?? entity.forms.first ?? "", inflections, into: &phrases)
    }
  }

  private static func insert(
    _ entity: EntityTable.Entry, usual: String, _ inflections: Inflections,
    into phrases: inout PhraseTrie<NameEntry>
  ) {
    let entry: NameEntry =
      switch entity.kind {
      case "body": .body(identity: entity.identity)
      case "none": .noName
      default: .name(kind: entity.kind, identity: entity.identity, canonical: usual)
      }
    let kind = entity.kind == "body" ? "organization" : entity.kind
    for form in entity.forms.flatMap({ inflections.forms(of: $0, kind: kind) }) {
      phrases.insert(Folding.keys(form), entry)
    }
  }

  private static func readTitles(_ file: PackFile, into phrases: inout PhraseTrie<NameEntry>)
    throws(PackProblem)
  {
    for row in file.rows {
      guard let kind = row[0], let position = row[1], let forms = row[2],
        ["before", "after"].contains(position)
      else { throw file.problem("a title has a class, before or after, and its forms", at: row) }
      for form in forms.split(separator: "|") {
        phrases.insert(
          Folding.keys(String(form)), .title(class: kind, isBefore: position == "before"))
      }
    }
  }

  private static func readWords(_ pack: LanguagePack) throws(PackProblem)
    -> ([WordUse: Set<UInt64>], Set<String>, style: Set<String>)
  {
    var words: [WordUse: Set<UInt64>] = [:]
    var folded: Set<String> = []
    var style: Set<String> = []
    guard let file = try pack.file("words.tsv") else { return (words, folded, style) }
    for row in file.rows {
      guard let use = row[0].flatMap(WordUse.init), let forms = row[1] else {
        let uses = WordUse.allCases.map(\.rawValue).joined(separator: ", ")
        throw file.problem("a row of words begins with one of \(uses)", at: row)
      }
      for form in forms.split(separator: "|").map(String.init) {
        let keys = Folding.keys(form).count == 1 ? Folding.keys(form) : []
        words[use, default: []].formUnion(keys)
        if use == .style { words[.function, default: []].formUnion(keys) }
        if use == .function || use == .style { folded.insert(Folding.fold(form)) }
        if use == .style { style.insert(Folding.fold(form)) }
      }
    }
    return (words, folded, style)
  }
}
