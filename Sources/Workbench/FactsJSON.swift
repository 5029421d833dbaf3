/// The JSON of facts as the annotate contract has it: offsets are Unicode code points.
struct FactsJSON {
  private let offsets: CodePoints

  init(text: String) { offsets = CodePoints(text) }

  func annotation(id: String, language: String, publication: Publication, reading: Reading) -> JSON
  {
    let day = publication.day?.description
    let inferred = day == nil ? reading.inferred : nil
    let reasons = inferred.map { [("because", JSON.array($0.reasons.map { .string($0) }))] } ?? []
    return .object([
      ("id", .string(id)),
      ("lang", .string(language)),
      (
        "published",
        .object(
          [
            ("value", .optional(day ?? inferred.map { String($0.year) })),
            ("from", .string(inferred == nil ? publication.origin.rawValue : "inferred")),
          ] + reasons)
      ),
      ("sentences", .array(reading.sentences.map { .array(ends($0)) })),
      ("entities", .array(reading.mentions.map(mention))),
      ("times", .array(reading.times.map(time))),
      ("quotes", .array(reading.quotes.map(quote))),
      ("events", .array(reading.events.map(event))),
    ])
  }

  private func ends(_ span: Span) -> [JSON] {
    [.int(offsets.codePoint(atByte: span.start)), .int(offsets.codePoint(atByte: span.end))]
  }

  private func place(_ span: Span, _ text: String) -> [(key: String, value: JSON)] {
    let ends = ends(span)
    return [("start", ends[0]), ("end", ends[1]), ("text", .string(text))]
  }

  private func mention(_ mention: Mention) -> JSON {
    .object(
      place(mention.span, mention.text) + [
        ("kind", .string(mention.kind.rawValue)), ("name", .string(mention.name)),
      ])
  }

  private func time(_ time: TimeExpression) -> JSON {
    .object(
      place(time.span, time.text) + [
        ("type", .string(time.type.rawValue)), ("value", .string(time.value)),
        ("edtf", .optional(time.edtf.isEmpty ? nil : time.edtf)),
        ("earliest", .optional(time.days.earliest?.description)),
        ("latest", .optional(time.days.latest?.description)),
        ("anchor", .string(time.anchor.description)), ("rule", .string(time.rule)),
      ])
  }

  private func party(_ party: Party?) -> JSON {
    guard let party else { return .null }
    return .object(place(party.span, party.text) + [("name", .string(party.name))])
  }

  private func quote(_ quote: Quote) -> JSON {
    .object(
      place(quote.span, quote.text) + [
        ("kind", .string(quote.kind.rawValue)),
        ("cue", quote.cue.map { .object(place($0.span, $0.text)) } ?? .null),
        ("speaker", party(quote.speaker)), ("via", .array(quote.via.map { party($0) })),
      ])
  }

  private func event(_ event: Event) -> JSON {
    .object(
      place(event.span, event.text) + [
        ("kind", .string(event.kind)), ("mode", .optional(event.mode)),
        ("status", .string(event.status.rawValue)),
        ("edtf", .optional(event.edtf.isEmpty ? nil : event.edtf)),
        ("participants", .array(event.participants.map { .string($0.name) })),
        ("place", .optional(event.place)),
        ("numbers", .array(event.numbers.map(number))),
      ])
  }

  private func number(_ number: Quantity) -> JSON {
    .object(place(number.span, number.text) + number.members)
  }
}
