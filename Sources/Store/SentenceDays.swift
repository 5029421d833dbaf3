public import Dates
import Facts
import FoundationEssentials
import Text

/// Days that a sentence of a document names.
public struct SentenceDays: Sendable, Equatable {
  /// Index of the sentence.
  public let sentence: Int
  public let first: CalendarDate
  public let last: CalendarDate
  public let isUncertain: Bool

  /// - Parameters: sentences and times of one document, both in order of their places.
  static func list(sentences: [Span], times: [TimeExpression]) -> [SentenceDays] {
    var index = 0
    return times.compactMap { time in
      guard time.namesDays, let first = time.days.earliest, let last = time.days.latest
      else { return nil }
      while index < sentences.count, sentences[index].end <= time.span.start { index += 1 }
      guard index < sentences.count, sentences[index].start <= time.span.start else { return nil }
      return SentenceDays(
        sentence: index, first: first, last: last, isUncertain: time.isUncertain)
    }
  }

  /// The days of sentences in which entities are named.
  ///
  /// - Parameters: days in order of their sentences, names in order of their places.
  static func told(
    _ days: [SentenceDays], with names: [(start: Int, entity: Int)], in sentences: [Span]
  ) -> [(entity: Int, day: SentenceDays)] {
    var found: [(entity: Int, day: SentenceDays)] = []
    var (sentence, day) = (0, 0)
    for name in names {
      while sentence < sentences.count, sentences[sentence].end <= name.start { sentence += 1 }
      guard sentence < sentences.count else { break }
      guard sentences[sentence].start <= name.start else { continue }
      while day < days.count, days[day].sentence < sentence { day += 1 }
      var here = day
      while here < days.count, days[here].sentence == sentence {
        found.append((name.entity, days[here]))
        here += 1
      }
    }
    return found
  }

  /// As bytes: the distance of each sentence and first day from the ones before, the number of days
  /// behind the first, and a bit for what is uncertain.
  static func encode(_ list: [SentenceDays]) -> Data {
    var bytes: [UInt8] = []
    var (sentence, day) = (0, 0)
    for item in list {
      Varint.append(UInt64(max(0, item.sentence - sentence)), to: &bytes)
      Varint.append(signed: item.first.dayNumber - day, to: &bytes)
      let length = max(0, item.last.dayNumber - item.first.dayNumber)
      Varint.append(UInt64(length) << 1 | (item.isUncertain ? 1 : 0), to: &bytes)
      (sentence, day) = (item.sentence, item.first.dayNumber)
    }
    return Data(bytes)
  }

  /// The items up to the first byte that is not part of one.
  static func decode(_ data: Data) -> [SentenceDays] {
    var list: [SentenceDays] = []
    var numbers = Varint.Reader(data)
    var (sentence, day) = (0, 0)
    while let step = numbers.next(), let distance = numbers.nextSigned(),
      let length = numbers.next(), step < farthest, distance.magnitude < farthest,
      length < farthest
    {
      sentence += Int(step)
      day += distance
      guard day.magnitude < farthest else { return list }
      list.append(
        SentenceDays(
          sentence: sentence, first: CalendarDate(dayNumber: day),
          last: CalendarDate(dayNumber: day + Int(length >> 1)), isUncertain: length & 1 == 1))
    }
    return list
  }

  /// Days and sentences of a damaged file must not overflow.
  private static let farthest: UInt64 = 1 << 40
}
