import Store

/// Counts how documents mention one entity.
struct EntityTally {
  private struct Form: Hashable {
    let text: String
    let kind: EntityKind
    let language: String
  }

  private var forms: [Form: (count: Int, reason: String)] = [:]
  private var documents: Set<Int> = []
  private var mentions = 0
  private var first: CalendarDate?
  private var last: CalendarDate?

  /// Counts a mention under the name that it stands for; descriptions are no names.
  mutating func count(_ mention: Mention, in document: DocumentRow, reason: String?) {
    mentions += 1
    documents.insert(document.id)
    let form = Form(text: mention.name, kind: mention.kind, language: document.language)
    forms[form, default: (0, reason ?? "")].count += 1
    guard let day = document.publication.day else { return }
    first = min(first ?? day, day)
    last = max(last ?? day, day)
  }

  func row(of entity: StoredEntity) -> EntityRow {
    let names = forms.map { form, use in
      NameRow(
        text: form.text, kind: form.kind, language: form.language, count: use.count,
        reason: use.reason)
    }.sorted { ($1.count, $0.text, $0.language) < ($0.count, $1.text, $1.language) }
    return EntityRow(
      id: entity.id, name: entity.name, kind: entity.kind, names: names,
      documents: documents.count, mentions: mentions, first: first, last: last)
  }
}
