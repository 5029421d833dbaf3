public import Dates
public import Text

/// Whether an event is told as fact, announced, denied, or as what may or would be.
public enum EventStatus: String, Sendable, Codable, CaseIterable {
  case happened, planned, denied, conditional
}

/// Where an event's date was found.
public enum DateBasis: String, Sendable, Codable {
  /// A time expression of its own clause.
  case clause
  /// An earlier sentence of the same passage.
  case narrative
  /// Nothing better than the publication day.
  case published
  /// No date is known.
  case none
  /// The analyst said so.
  case analyst
}

/// The part that a participant plays.
public enum Role: String, Sendable, Codable {
  case actor, target
}

/// Somebody or something that takes part in an event.
public struct Participant: Sendable, Equatable, Codable {
  /// See `Mention.name`.
  public var name: String
  public var kind: EntityKind
  public var role: Role

  public init(name: String, kind: EntityKind, role: Role) {
    self.name = name
    self.kind = kind
    self.role = role
  }
}

/// Something dated that a document says happened, will happen or did not happen.
public struct Event: Sendable, Equatable, Codable {
  /// The trigger word or words.
  public var span: Span
  public var text: String
  /// The sentence that tells it.
  public var sentence: Span
  /// A class of PLOVER in lower case (`consult`, `agree`, `sanction` …) or `hold` for a meeting of many.
  public var kind: String
  /// How it was done, such as `meet`, `visit`, `phone`, `message` or `summit`.
  public var mode: String?
  public var status: EventStatus
  /// TIMEX3, empty where there is none.
  public var value: String
  public var edtf: String
  public var days: DayInterval
  public var basis: DateBasis
  /// The time expression that dates it.
  public var time: Span?
  public var participants: [Participant]
  /// The name of a place (see `Mention.name`).
  public var place: String?
  /// What its clause counts: casualties, sums.
  public var numbers: [Quantity]
  public var rule: String

  public init(
    span: Span, text: String, sentence: Span, kind: String, mode: String?, status: EventStatus,
    value: String, edtf: String, days: DayInterval, basis: DateBasis, time: Span?,
    participants: [Participant], place: String?, numbers: [Quantity] = [], rule: String
  ) {
    self.span = span
    self.text = text
    self.sentence = sentence
    self.kind = kind
    self.mode = mode
    self.status = status
    self.value = value
    self.edtf = edtf
    self.days = days
    self.basis = basis
    self.time = time
    self.participants = participants
    self.place = place
    self.numbers = numbers
    self.rule = rule
  }
}
