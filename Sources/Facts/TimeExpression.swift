public import Dates
public import Text

/// The TIMEX3 type of a temporal expression.
public enum TimeType: String, Sendable, Codable {
  case date = "DATE"
  case time = "TIME"
  case duration = "DURATION"
  case set = "SET"
}

/// What a relative or partial expression was resolved against.
public enum Anchor: Sendable, Equatable, Codable {
  /// Nothing was needed: the expression is complete, or is kept incomplete.
  case none
  /// The document's publication day.
  case published(CalendarDate)
  /// An earlier expression in the text, by its value.
  case mention(String)
  /// A year that the text gives evidence of.
  case inferred(Int)
}

extension Anchor {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let anchor = Anchor(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is no anchor")
    }
    self = anchor
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Anchor: CustomStringConvertible {
  /// `none`, `published 2024-10-03`, `mention 2024-07` or `inferred 2024`.
  public var description: String {
    switch self {
    case .none: "none"
    case .published(let day): "published \(day)"
    case .mention(let value): "mention \(value)"
    case .inferred(let year): "inferred \(year)"
    }
  }

  /// Reads what `description` prints; nil for anything else.
  public init?(_ text: String) {
    if text == "none" {
      self = .none
    } else if text.hasPrefix("published "), let day = CalendarDate(String(text.dropFirst(10))) {
      self = .published(day)
    } else if text.hasPrefix("mention ") {
      self = .mention(String(text.dropFirst(8)))
    } else if text.hasPrefix("inferred "), let year = Int(text.dropFirst(9)) {
      self = .inferred(year)
    } else {
      return nil
    }
  }
}

/// A temporal expression, with its TIMEX3 value and the days that it may mean.
public struct TimeExpression: Sendable, Equatable, Codable {
  public var span: Span
  public var text: String
  public var type: TimeType
  /// TIMEX3: `2024-10-02`, `2024-W40`, `XXXX-10-02`, `P3D`, `PRESENT_REF`.
  public var value: String
  /// EDTF (ISO 8601-2), empty where there is none: `2024-10?`, `XXXX-10-02`, `2024-10-22/2024-10-24`.
  public var edtf: String
  public var days: DayInterval
  public var anchor: Anchor
  public var rule: String
  /// The words that decided direction, or the default that was taken, as `why` prints it.
  public var reason: String

  public init(
    span: Span, text: String, type: TimeType, value: String, edtf: String, days: DayInterval,
    anchor: Anchor, rule: String, reason: String = ""
  ) {
    self.span = span
    self.text = text
    self.type = type
    self.value = value
    self.edtf = edtf
    self.days = days
    self.anchor = anchor
    self.rule = rule
    self.reason = reason
  }
}

extension TimeExpression {
  /// It names days of the calendar, with a first and a last one; "now" and the like name none.
  public var namesDays: Bool {
    (type == .date || type == .time) && !value.hasSuffix("_REF")
      && days.earliest != nil && days.latest != nil
  }

  /// A guess, or about that time.
  public var isUncertain: Bool {
    edtf.hasSuffix("?") || edtf.hasSuffix("~") || edtf.hasSuffix("%")
  }
}
