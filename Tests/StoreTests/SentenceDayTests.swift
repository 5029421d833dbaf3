import Dates
import Facts
import Testing
import Text

@testable import Store

@Suite("Days that sentences name")
struct SentenceDayTests {
  private static func time(_ start: Int, _ days: (String, String), _ edtf: String, _ value: String)
    -> TimeExpression
  {
    TimeExpression(
      span: Span(start, start + 4), text: "time", type: .date, value: value, edtf: edtf,
      days: DayInterval(CalendarDate(days.0), CalendarDate(days.1)), anchor: .none, rule: "day")
  }

  private static let sentences = [Span(0, 40), Span(41, 90), Span(95, 130)]

  @Test("Each stands with its sentence; what names no day is left out")
  func list() {
    let list = SentenceDays.list(
      sentences: Self.sentences,
      times: [
        Self.time(50, ("2024-10-02", "2024-10-02"), "2024-10-02", "2024-10-02"),
        Self.time(60, ("1999-01-01", "1999-12-31"), "1999?", "1999"),
        Self.time(91, ("2024-10-02", "2024-10-02"), "2024-10-02", "2024-10-02"),
        Self.time(100, ("2024-10-03", "2024-10-03"), "2024-10-03", "PRESENT_REF"),
        Self.time(110, ("1066-10-14", "1066-10-14"), "1066-10-14", "1066-10-14"),
      ])
    #expect(list.map(\.sentence) == [1, 1, 2])
    #expect(list.map(\.isUncertain) == [false, true, false])
    #expect(list.map(\.first.description) == ["2024-10-02", "1999-01-01", "1066-10-14"])
  }

  @Test("They come back as they were put away")
  func encoding() {
    let list = SentenceDays.list(
      sentences: Self.sentences,
      times: [
        Self.time(1, ("2024-10-02", "2024-10-02"), "2024-10-02", "2024-10-02"),
        Self.time(100, ("0044-03-01", "0044-03-31"), "0044-03~", "0044-03"),
      ])
    #expect(SentenceDays.decode(SentenceDays.encode(list)) == list)
    #expect(!list.isEmpty)
  }

  @Test("Damaged bytes give what is whole before them, and never overflow")
  func damage() {
    let list = SentenceDays.list(
      sentences: Self.sentences,
      times: [Self.time(1, ("2024-10-02", "2024-10-02"), "2024-10-02", "2024-10-02")])
    let bytes = SentenceDays.encode(list)
    #expect(SentenceDays.decode(bytes.dropLast()).isEmpty)
    #expect(SentenceDays.decode(bytes + [0xFF]) == list)
    var large: [UInt8] = []
    for _ in 0..<3 { Varint.append(.max, to: &large) }
    #expect(SentenceDays.decode(.init(large)).isEmpty)
  }
}
