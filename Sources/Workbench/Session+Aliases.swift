import FoundationEssentials
import Grammar
import Store

/// Names that the analyst adds to those of the packs.
extension Session {
  /// A name that was added, and whom it stands for.
  public struct AliasRow: Sendable {
    public let name: String
    public let kind: EntityKind
    public let identity: String
    /// The entity that has the name, where a document uses it.
    public let entity: Handle?
  }

  public func aliases() throws -> [AliasRow] {
    try Self.aliases(store).compactMap { alias in
      guard let kind = EntityKind(rawValue: alias.kind) else { return nil }
      return AliasRow(
        name: alias.form, kind: kind, identity: alias.identity,
        entity: try store.entity(of: EntityName(alias.form, kind)).map { Handle(.entity, $0) })
    }
  }

  /// Adds names for an entity; documents that use them are read again.
  public func addAliases(_ names: [String], for entity: String) throws -> String {
    let row = try self.entity(entity)
    let members = try members(of: row.id)
    let known = try store.names().filter { members.contains($0.name) }.compactMap(\.identity).min()
    let forms = names.map { EntityName($0, row.kind) }
    // Without an identity the entity's own names get one too, or nothing would join them.
    let identity = known ?? row.name
    let all = known == nil ? forms + members : forms
    try store.decide(Decision(.alias, Array(Set(all)), value: identity))
    try readAliasesAgain()
    return "\(names.joined(separator: ", ")) stands for \(row.name) (\(row.handle))"
  }

  /// Adds the names of a file: rows of kind, identity and forms as a pack's `names.tsv` has them, or
  /// blocks as in the table of entities.
  ///
  /// - Throws: `Problem` with the line of a bad row.
  public func addAliases(from path: String) throws -> String {
    guard let bytes = FileManager.default.contents(atPath: try files.reading(path)),
      let contents = String(validating: bytes, as: UTF8.self)
    else { throw Problem("\(path) cannot be read as UTF-8", at: path) }
    let rows = try Self.aliasRows(PackFile(name: path, contents: contents))
    for row in rows { try store.decide(Decision(.alias, row.names, value: row.identity)) }
    try readAliasesAgain()
    return "\(counted(rows.map(\.names.count).reduce(0, +), "name")) added from \(path)"
  }

  private static func aliasRows(_ file: PackFile) throws(Problem) -> [(
    identity: String, names: [EntityName]
  )] {
    var rows: [(identity: String, names: [EntityName])] = []
    var head: (kind: EntityKind, identity: String)?
    for row in file.rows {
      if let kind = row[0].flatMap(EntityKind.init), let identity = row[1] {
        head = (kind, identity)
        if row.fields.count == 2 { continue }
      }
      let isPartOfBlock = row.fields.first == "" && row[1] != nil
      guard let head, isPartOfBlock || row[0] == head.kind.rawValue, let forms = row[2] else {
        throw Problem(
          "\(file.name):\(row.line): not an alias", at: file.name,
          hint: "write kind, identity and forms parted by |, with tabs between")
      }
      let names = forms.split(separator: "|").map { EntityName(String($0), head.kind) }
      rows.append((head.identity, names))
    }
    return rows
  }

  static func aliases(_ store: SessionStore) throws -> [NameAlias] {
    var seen: Set<NameAlias> = []
    return try store.decisions().filter { $0.kind == .alias }.flatMap { decision in
      decision.names.map {
        NameAlias(form: $0.text, kind: $0.kind.rawValue, identity: decision.value ?? "")
      }
    }.filter { seen.insert($0).inserted }
  }

  /// Compiles the packs with the aliases there are now, and reads the documents that use one which
  /// is new or gone.
  ///
  /// - Returns: whether names were resolved.
  @discardableResult
  func readAliasesAgain() throws -> Bool {
    let now = try Self.aliases(store)
    let changed = Set(now).symmetricDifference(readers.aliases)
    guard !changed.isEmpty else { return false }
    readers = Readers(catalog.packs, aliases: now)
    var documents: Set<Int> = []
    for form in Set(changed.map(\.form)).sorted() {
      let query = SearchText.query("\"\(form)\"")
      guard !query.isEmpty else { continue }
      documents.formUnion(try store.search(query).map(\.document))
    }
    try readAgain(documents.sorted())
    if documents.isEmpty { try resolve() }
    return true
  }
}
