public import Facts

/// Names that stand for one entity.
public struct NameCluster: Sendable, Equatable {
  public struct Member: Sendable, Equatable {
    public let key: NameKey
    /// Why it belongs here, as `why` prints it.
    public let reason: String
  }

  public var name: String
  public var kind: EntityKind
  public var isDropped = false
  public var members: [Member]
}

/// Finds out which names stand for one person, organization or place.
///
/// Names join by themselves only where that is sure: by identity, by spelling, as cases of one name,
/// and across scripts by sound when every part fits; what is less sure is suggested. Two names with
/// different identities, or that the analyst ruled to differ, are never joined by a rule. The
/// result depends neither on the order of the names nor on that of loading.
public struct Resolution: Sendable {
  /// In order of their first member's name.
  public let clusters: [NameCluster]
  /// The closest first.
  public let suggestions: [NameSuggestion]
  /// In order of the rulings.
  public let conflicts: [RulingConflict]

  public init(
    _ nodes: [NameNode], rulings: [Ruling] = [], limits: LinkLimits = LinkLimits(),
    spread: any Spread = OneByOne()
  ) {
    let nodes = nodes.sorted { $0.key < $1.key }
    let fences = Fences(nodes, rulings)
    var linker = NameLinker(nodes, fences, limits)
    linker.linkIdentities()
    linker.linkSpellings()
    linker.linkStems()
    linker.linkSounds(spread)
    linker.linkSurnames()
    let board = RulingBoard(nodes, groups: linker.groups)
    clusters = board.carryingOut(rulings)
    suggestions = linker.suggestions(among: clusters)
    conflicts = (linker.conflicts + board.conflicts(rulings)).sorted {
      ($0.ruling, $0.evidence) < ($1.ruling, $1.evidence)
    }
  }
}
