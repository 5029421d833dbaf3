import Analysis
import Store

/// A document's sentences with their words and dates.
struct TopicText: Sendable {
  struct Input: Sendable {
    let row: DocumentRow
    let text: String
    let sentences: [Span]
    let times: [Stored<TimeExpression>]
    /// Where the topic's entities are named.
    let mentions: [Span]
    let noise: [Span]
  }

  let sentences: [DatedSentence]
  let spans: [Span]
  let times: [Stored<TimeExpression>]
  private let bytes: [UInt8]

  init(_ input: Input, _ topic: Topic, _ functionWords: Set<UInt64>) {
    let text = TokenizedText(input.text)
    let dates = input.times.filter(\.value.namesDays)
    var cursor = Cursor(text: text, times: dates, mentions: input.mentions)
    sentences = input.sentences.map { span in
      let sentence = cursor.sentence(span, topic, functionWords)
      return input.noise.contains { $0.overlaps(span) } ? Self.nothing : sentence
    }
    spans = input.sentences
    times = dates
    bytes = text.bytes
  }

  private static let nothing = DatedSentence(words: [], length: 0, isOnTopic: false, dates: [])

  /// The bytes of a sentence as they stand in the text.
  func string(_ span: Span) -> String {
    guard span.start >= 0, span.end <= bytes.count, span.start <= span.end else { return "" }
    return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  /// Walks tokens, times and mentions beside the sentences, which are all in order.
  private struct Cursor {
    let text: TokenizedText
    let times: [Stored<TimeExpression>]
    let mentions: [Span]
    var token = 0
    var time = 0
    var mention = 0

    mutating func sentence(_ span: Span, _ topic: Topic, _ functionWords: Set<UInt64>)
      -> DatedSentence
    {
      var words: [UInt64] = []
      var (length, half) = (0, 0)
      var isOnTopic = topic.isEverything
      while token < text.tokens.count, text.tokens[token].span.start < span.end {
        let next = text.tokens[token]
        token += 1
        guard next.span.start >= span.start, next.kind == .word || next.kind == .number else {
          continue
        }
        if next.script == .han { half += 1 } else { length += 1 }
        if !isOnTopic, topic.isNamed(text.tokens, at: token - 1) { isOnTopic = true }
        if !functionWords.contains(next.key), next.span.count > 1 { words.append(next.key) }
      }
      if namesEntity(in: span) { isOnTopic = true }
      return DatedSentence(
        words: words, length: length + half / 2, isOnTopic: isOnTopic, dates: dates(in: span))
    }

    private mutating func namesEntity(in span: Span) -> Bool {
      var found = false
      while mention < mentions.count, mentions[mention].start < span.end {
        if mentions[mention].start >= span.start { found = true }
        mention += 1
      }
      return found
    }

    private mutating func dates(in span: Span) -> [NamedDate] {
      var dates: [NamedDate] = []
      while time < times.count, times[time].value.span.start < span.end {
        let value = times[time].value
        time += 1
        guard value.span.start >= span.start, let first = value.days.earliest,
          let last = value.days.latest
        else { continue }
        dates.append(NamedDate(first: first, last: last, isUncertain: value.isUncertain))
      }
      return dates
    }
  }
}
