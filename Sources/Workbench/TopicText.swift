import Analysis
import Store

/// A document's sentences with their words and dates.
struct TopicText: Sendable {
  struct Input: Sendable {
    let row: DocumentRow
    let text: String
    let sentences: [Span]
    let days: [SentenceDays]
    /// Where the topic's entities are named.
    let mentions: [Span]
    let noise: [Span]
  }

  let sentences: [DatedSentence]
  let spans: [Span]
  private let bytes: [UInt8]

  init(_ input: Input, _ topic: Topic, _ functionWords: Set<UInt64>) {
    let text = TokenizedText(input.text)
    let dates = Dictionary(grouping: input.days, by: \.sentence)
    var cursor = Cursor(text: text, mentions: input.mentions)
    sentences = input.sentences.enumerated().map { index, span in
      var sentence = cursor.sentence(span, topic, functionWords)
      sentence.dates = (dates[index] ?? []).map(NamedDate.init)
      return input.noise.contains { $0.overlaps(span) } ? Self.nothing : sentence
    }
    spans = input.sentences
    bytes = text.bytes
  }

  private static let nothing = DatedSentence(words: [], length: 0, isOnTopic: false, dates: [])

  /// The bytes of a sentence as they stand in the text.
  func string(_ span: Span) -> String {
    guard span.start >= 0, span.end <= bytes.count, span.start <= span.end else { return "" }
    return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  /// Walks tokens and mentions beside the sentences, which are all in order.
  private struct Cursor {
    let text: TokenizedText
    let mentions: [Span]
    var token = 0
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
        words: words, length: length + half / 2, isOnTopic: isOnTopic, dates: [])
    }

    private mutating func namesEntity(in span: Span) -> Bool {
      var found = false
      while mention < mentions.count, mentions[mention].start < span.end {
        if mentions[mention].start >= span.start { found = true }
        mention += 1
      }
      return found
    }
  }
}

extension NamedDate {
  init(_ days: SentenceDays) {
    self.init(first: days.first, last: days.last, isUncertain: days.isUncertain)
  }
}
