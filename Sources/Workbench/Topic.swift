import Store

/// What a timeline is about: entities under all their names, and words.
public struct Topic: Sendable {
  /// Numbers of entities; sorted.
  public var entities: [Int] = []
  /// Keys of words of which any makes a sentence be on the topic.
  var words: Set<UInt64> = []

  /// Whether every sentence is on the topic.
  public var isEverything: Bool { entities.isEmpty && words.isEmpty }
}

extension Session {
  /// The topic that the words of `--about` name.
  ///
  /// An argument that is an entity's whole name or its handle means the entity; a word that is part
  /// of one means the entity and the word; of several other words any counts.
  ///
  /// - Throws: `Problem` if there is nothing to look for.
  public func topic(_ names: [String]) throws -> Topic {
    var topic = Topic()
    var entities: Set<Int> = []
    for name in names {
      let found = findEntities(name) ?? []
      entities.formUnion(found)
      if Handle(name) != nil, !found.isEmpty { continue }
      let keys = Folding.keys(name)
      if found.isEmpty || keys.count == 1 { topic.words.formUnion(keys) }
    }
    topic.entities = entities.sorted()
    guard names.isEmpty || !topic.isEverything else {
      throw Problem("nothing to look for", at: names.first)
    }
    return topic
  }
}
