import Store

/// Rulings on entities, aliases among them.
extension Merging {
  mutating func takeDecisions() throws {
    let mine = try store.decisions().standing
    var against: [(mine: Decision, theirs: Decision)] = []
    for var theirs in try other.decisions().standing where !mine.contains(where: theirs.isSame) {
      if let opposed = mine.first(where: { $0.contradicts(theirs) }) {
        against.append((opposed, theirs))
        continue
      }
      if let same = mine.first(where: { $0.isAlias(likewise: theirs) }) {
        theirs.value = same.value
      }
      let isNamed = theirs.kind == .merge && mine.contains { $0.names(otherwise: theirs) }
      if isNamed { theirs.value = nil }
      try store.decide(theirs)
      note(.taken, "decision", theirs.sentence)
    }
    if try !session.readAliasesAgain() { try session.resolve() }
    // Only now is it known which entities they are.
    for (mine, theirs) in against {
      conflict(
        "decision", here: mine.sentence, there: theirs.sentence, taking: try command(for: theirs))
    }
  }

  /// The command line that decides so here; nil if none does.
  private func command(for decision: Decision) throws -> String? {
    let entities = try handles(of: decision.names)
    guard let first = entities.first else { return nil }
    let value = Words.quoted(decision.value ?? "")
    switch decision.kind {
    case .merge: return entities.count > 1 ? "merge " + entities.joined(separator: " ") : nil
    case .split: return splitting(decision.names, off: first)
    case .rename: return "rename \(first) \(value)"
    case .retype: return "retype \(first) \(value)"
    case .drop: return "drop " + entities.joined(separator: " ")
    case .differ:
      guard let second = try handles(of: decision.others).first else { return nil }
      return first == second ? splitting(decision.others, off: first) : "reject \(first) \(second)"
    case .alias: return nil
    }
  }

  private func splitting(_ names: [EntityName], off entity: String) -> String {
    let names = Set(names.map(\.text)).sorted().map(Words.quoted)
    return (["split", entity] + names).joined(separator: " ")
  }

  /// The entities that names stand for here, but for those that were left out.
  private func handles(of names: [EntityName]) throws -> [String] {
    let ids = Set(try names.compactMap { try store.entity(of: $0) }).sorted()
    let entities = try ids.compactMap { try store.entity($0) }
    return entities.filter { !$0.cluster.isDropped }.map { Handle(.entity, $0.id).description }
  }
}

extension Decision {
  fileprivate func isSame(_ other: Decision) -> Bool {
    (kind, names, value) == (other.kind, other.names, other.value) && others == other.others
  }

  private func shares(_ other: Decision) -> Bool { !Set(names).isDisjoint(with: other.names) }

  /// Whether it gives some of the names to the identity that `other` calls otherwise.
  fileprivate func isAlias(likewise other: Decision) -> Bool {
    kind == .alias && other.kind == .alias && shares(other) && value != other.value
  }

  /// Whether it shows what `other` is about under another name.
  fileprivate func names(otherwise other: Decision) -> Bool {
    [.rename, .merge].contains(kind) && value != nil && value != other.value && shares(other)
  }

  /// Whether both cannot hold: another name or kind for a common name, one that joins what the
  /// other parts, one that drops what the other keeps, a name given to two identities.
  func contradicts(_ other: Decision) -> Bool {
    let common = Set(names).intersection(other.names)
    switch (kind, other.kind) {
    case (.alias, .alias): return givesElsewhere(other)
    case (.differ, .merge): return joins(other.names, names, others)
    case (.merge, .differ): return joins(names, other.names, other.others)
    case _ where common.isEmpty: return false
    case (.rename, .rename), (.retype, .retype): return value != other.value
    case (.merge, .split): return common.count < names.count
    case (.split, .merge): return common.count < other.names.count
    case (.drop, .drop), (.split, .split), (.merge, .merge): return false
    case (.drop, _), (_, .drop): return true
    default: return false
    }
  }

  /// Whether it gives a text to another identity, unless that of the one is a name of the other.
  private func givesElsewhere(_ other: Decision) -> Bool {
    let (mine, theirs) = (Set(names.map(\.text)), Set(other.names.map(\.text)))
    return value != other.value && !mine.isDisjoint(with: theirs)
      && !mine.contains(other.value ?? "") && !theirs.contains(value ?? "")
  }

  private func joins(_ merged: [EntityName], _ left: [EntityName], _ right: [EntityName]) -> Bool {
    let merged = Set(merged)
    return !merged.isDisjoint(with: left) && !merged.isDisjoint(with: right)
  }

  /// What is left of it when its analyst decided `later`; nil: nothing.
  fileprivate func outlasting(_ later: Decision) -> Decision? {
    switch (kind, later.kind) {
    case (.rename, .rename), (.retype, .retype): return shares(later) ? nil : self
    case (.merge, .split):
      var rest = self
      rest.names.removeAll(where: later.names.contains)
      return rest.names.count > 1 ? rest : nil
    case (.split, .merge), (.differ, .merge): return contradicts(later) ? nil : self
    default: return self
    }
  }
}

extension [Decision] {
  /// Decisions of one analyst without what the same one decided otherwise later.
  fileprivate var standing: [Decision] {
    indices.compactMap { index in
      self[(index + 1)...].reduce(self[index]) { rest, later in rest?.outlasting(later) }
    }
  }
}
