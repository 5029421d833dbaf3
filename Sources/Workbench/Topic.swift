import Store

/// What a timeline is about: entities under all their names, and words.
public struct Topic: Sendable {
  /// Numbers of entities; sorted.
  public var entities: [Int] = []
  /// Words of which any makes a sentence be on the topic, each as the keys of its tokens: one for
  /// most words, several for `h1n1` or for a word of Han characters.
  private(set) var words: Set<[UInt64]> = []
  /// The first keys of the words.
  private var starts: Set<UInt64> = []
  /// The words as an expression of full-text search.
  var query = ""

  /// Adds the words of a phrase, of which any counts.
  mutating func add(_ phrase: String) {
    for word in phrase.split(whereSeparator: \.isWhitespace).map(String.init) {
      let keys = Folding.keys(word)
      guard let first = keys.first else { continue }
      words.insert(keys)
      starts.insert(first)
      let term = SearchText.query(word)
      if !term.isEmpty { query = [query, term].filter { !$0.isEmpty }.joined(separator: " OR ") }
    }
  }

  /// Whether one of the words begins at a token.
  func isNamed(_ tokens: [Token], at index: Int) -> Bool {
    guard starts.contains(tokens[index].key) else { return false }
    return words.contains { word in
      index + word.count <= tokens.count
        && word.indices.allSatisfy { tokens[index + $0].key == word[$0] }
    }
  }

  func isNamed(in sentence: String) -> Bool {
    let tokens = TokenizedText(sentence).tokens
    return tokens.indices.contains { isNamed(tokens, at: $0) }
  }

  /// Whether every sentence is on the topic.
  public var isEverything: Bool { entities.isEmpty && words.isEmpty }
}

extension Session {
  /// The topic that the words of `--about` name.
  ///
  /// A handle or a name that texts use for an entity means the entity; a single word means the word
  /// too. Of several words that are no such name any counts: "BP oil spill" may be a name in a
  /// headline, but most articles that have the three words do not name anything so.
  ///
  /// - Throws: `Problem` if there is nothing to look for.
  public func topic(_ names: [String]) throws -> Topic {
    var topic = Topic()
    var entities: Set<Int> = []
    for name in names {
      let found = findEntities(name) ?? []
      let isWord = !name.contains { $0.isWhitespace }
      let isHandle = Handle(name) != nil && !found.isEmpty
      let isName = try isHandle || (!found.isEmpty && (isWord || isName(name, of: found)))
      if isName { entities.formUnion(found) }
      if !isHandle, !isName || isWord { topic.add(name) }
    }
    topic.entities = entities.sorted()
    guard names.isEmpty || !topic.isEverything else {
      throw Problem("nothing to look for", at: names.first)
    }
    return topic
  }

  /// Leaves of a scope the documents that may have a sentence on the topic.
  ///
  /// - Parameter most: of so many documents that have the words the best are left.
  /// - Returns: how many were left out because there were too many.
  @discardableResult
  func narrow(_ scope: inout Scope, to topic: Topic, most: Int = .max) throws -> Int {
    guard !topic.isEverything else { return 0 }
    var found = Set(try store.documents(about: topic.entities))
    let hits = topic.query.isEmpty ? [] : try store.search(topic.query, in: scope)
    found.formUnion(hits.prefix(most).map(\.document))
    scope.documents = (scope.documents.map { found.intersection($0) } ?? found).sorted()
    return max(0, hits.count - most)
  }

  /// Whether at least half of the documents that have all the words mention the entities.
  private func isName(_ words: String, of entities: [Int]) throws -> Bool {
    let query = SearchText.query(words.filter { $0 != "\"" })
    let all = query.isEmpty ? 0 : try store.search(query).count
    return try store.documents(about: entities).count * 2 >= all
  }
}
