public import Dates
import Facts
public import Text

/// What one document says, as comparison needs it.
public struct SideDocument: Sendable {
  /// A fact with the sentence that states it.
  public struct Statement: Sendable {
    /// What makes two facts the same: a name, an EDTF date, a speaker with content.
    public let fact: String
    public let sentence: String
    public let span: Span

    public init(fact: String, sentence: String, span: Span) {
      self.fact = fact
      self.sentence = sentence
      self.span = span
    }
  }

  public let name: String
  public let published: CalendarDate?
  public let events: [EventReport]
  public let dates: [Statement]
  public let participants: [Statement]
  public let places: [Statement]
  public let quotes: [Statement]
  /// The text itself, where numbers and dates are to be compared word by word.
  public let text: StatedText?

  public init(
    name: String, published: CalendarDate?, events: [EventReport], dates: [Statement],
    participants: [Statement], places: [Statement], quotes: [Statement], text: StatedText? = nil
  ) {
    self.name = name
    self.published = published
    self.events = events
    self.dates = dates
    self.participants = participants
    self.places = places
    self.quotes = quotes
    self.text = text
  }
}

/// One of the things that are compared: a document, source, language, period or set.
public struct Side: Sendable {
  public let name: String
  public let documents: [SideDocument]

  public init(name: String, documents: [SideDocument]) {
    self.name = name
    self.documents = documents
  }
}

/// How the sides stand to a fact.
public enum Verdict: String, Sendable, CaseIterable {
  case same, finer, update, rounding, unit, conflict, only, omitted
}

/// A fact with what each side says of it.
public struct FactRow: Sendable {
  public struct Cell: Sendable {
    public let side: String
    public let value: String
    public let sentence: String
    public let document: String
    public let span: Span
  }

  /// `event`, `date`, `participant`, `place` or `quote`.
  public let kind: String
  public let fact: String
  public let verdict: Verdict
  /// In the order of the sides; sides that leave it out have none.
  public let cells: [Cell]
}

/// Lays the facts of several sides beside each other.
public struct Comparison: Sendable {
  public let rows: [FactRow]

  /// - Parameter areTranslations: whether two documents are known to be one text in two languages.
  public init(_ sides: [Side], areTranslations: Bool = false) {
    let told = ValueComparison(sides, areTranslations: areTranslations)
    rows =
      EventComparison(sides).rows + told.rows
      + (told.coversDates ? [] : StatementComparison("date", sides, \.dates).rows)
      + StatementComparison("participant", sides, \.participants).rows
      + StatementComparison("place", sides, \.places).rows
      + StatementComparison("quote", sides, \.quotes, inOtherWords: true, values: told.rows)
      .rows
  }
}
