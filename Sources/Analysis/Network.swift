public import Facts

/// Entities and how often two of them stand together.
public struct Network: Sendable, Equatable {
  public struct Node: Sendable, Equatable {
    /// `E1`.
    public let id: String
    public let name: String
    public let kind: EntityKind
    public let mentions: Int

    public init(id: String, name: String, kind: EntityKind, mentions: Int) {
      self.id = id
      self.name = name
      self.kind = kind
      self.mentions = mentions
    }
  }

  public struct Edge: Sendable, Equatable {
    public let from: String
    public let to: String
    /// What joins them: `mentioned`, or the kind of an event.
    public let label: String
    /// Documents or events.
    public let weight: Int

    public init(from: String, to: String, label: String, weight: Int) {
      self.from = from
      self.to = to
      self.label = label
      self.weight = weight
    }
  }

  public let nodes: [Node]
  /// The heaviest first.
  public let edges: [Edge]
  /// Whether an edge leads from an actor to a target.
  public let isDirected: Bool

  /// Keeps the edges of at least `least`, and the nodes that they join.
  public init(nodes: [Node], edges: [Edge], isDirected: Bool, least: Int = 1) {
    let kept = edges.filter { $0.weight >= least }
    let joined = Set(kept.flatMap { [$0.from, $0.to] })
    self.nodes = nodes.filter { joined.contains($0.id) }
    self.edges = kept
    self.isDirected = isDirected
  }
}
