import Store

/// Which entity each name of the session stands for; what was looked up is remembered.
final class EntityNames {
  private let store: SessionStore
  private var found: [EntityName: StoredEntity?] = [:]

  init(_ store: SessionStore) { self.store = store }

  /// The entity of a name; without a kind the first that there is of person, organization, place.
  func entity(_ name: String, _ kind: EntityKind? = nil) -> StoredEntity? {
    let kinds: [EntityKind] = kind.map { [$0] } ?? [.person, .organization, .place]
    return kinds.lazy.compactMap { self.lookUp(EntityName(name, $0)) }.first
  }

  private func lookUp(_ name: EntityName) -> StoredEntity? {
    if let known = found[name] { return known }
    let entity = (try? store.entity(of: name)).flatMap { $0 }.flatMap { try? store.entity($0) }
    found[name] = .some(entity)
    return entity
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
