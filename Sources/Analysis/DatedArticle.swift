public import Dates

/// An article as a digest takes it: its day and its sentences, words as numbers.
public struct DatedArticle: Sendable {
  /// Orders articles whatever order they were loaded in.
  public var name: String
  public var source: String
  public var published: CalendarDate?
  public var sentences: [DatedSentence]

  public init(
    name: String, source: String, published: CalendarDate?, sentences: [DatedSentence]
  ) {
    self.name = name
    self.source = source
    self.published = published
    self.sentences = sentences
  }
}

/// A sentence with its words and the days that it names.
public struct DatedSentence: Sendable {
  /// Keys of its words, function words left out.
  public var words: [UInt64]
  /// All its words, function words too.
  public var length: Int
  public var isOnTopic: Bool
  public var dates: [NamedDate]

  public init(words: [UInt64], length: Int, isOnTopic: Bool, dates: [NamedDate]) {
    self.words = words
    self.length = length
    self.isOnTopic = isOnTopic
    self.dates = dates
  }
}

/// A date that a sentence names.
public struct NamedDate: Sendable {
  public var first: CalendarDate
  public var last: CalendarDate
  /// A guess, or about that day.
  public var isUncertain: Bool

  public init(first: CalendarDate, last: CalendarDate, isUncertain: Bool) {
    self.first = first
    self.last = last
    self.isUncertain = isUncertain
  }
}
