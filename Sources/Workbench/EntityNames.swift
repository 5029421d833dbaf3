import Store

/// Which entity each name of the session stands for, for looking up many.
struct EntityNames {
  private let ids: [EntityName: Int]
  private let entities: [Int: StoredEntity]

  init(_ store: SessionStore) throws {
    ids = try store.entityOfName()
    entities = Dictionary(uniqueKeysWithValues: try store.entities().map { ($0.id, $0) })
  }

  /// The entity of a name; without a kind the first that there is of person, organization, place.
  func entity(_ name: String, _ kind: EntityKind? = nil) -> StoredEntity? {
    let kinds: [EntityKind] = kind.map { [$0] } ?? [.person, .organization, .place]
    return kinds.lazy.compactMap { ids[EntityName(name, $0)] }.first.flatMap { entities[$0] }
  }

  /// The name that the entity of `name` is shown by, else `name` itself.
  func shown(_ name: String) -> String { entity(name)?.name ?? name }

  func participant(_ participant: Participant) -> ParticipantRow {
    let found = entity(participant.name, participant.kind)
    return ParticipantRow(
      entity: found?.id, name: found?.name ?? participant.name,
      kind: found?.kind ?? participant.kind, role: participant.role)
  }
}
