import Testing
import Text

@Suite("Offsets, search text and distances")
struct OffsetTests {
  @Test(
    "Byte and code point offsets turn into each other",
    arguments: ["abc", "पुतिन और Putin", "习😀近", ""])
  func codePoints(_ text: String) {
    let text = String(repeating: text, count: 40)
    let offsets = CodePoints(text)
    var byte = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      #expect(offsets.codePoint(atByte: byte) == index)
      #expect(offsets.byte(atCodePoint: index) == byte)
      byte += UTF8.width(scalar)
    }
    #expect(offsets.codePoint(atByte: byte) == text.unicodeScalars.count)
  }

  @Test("Search text is folded and Han characters stand apart")
  func index() {
    #expect(SearchText.index("ज़खारोवा, 普京 2024!") == "जखारोवा 普 京 2024")
  }

  @Test(
    "A query quotes everything",
    arguments: [
      ("putin", "\"putin\""), ("普京", "\"普 京\""), ("a\" OR b", "\"a\" \"or b\""),
      ("NEAR(x)", "\"near x\""),
      ("-*^", ""), ("\"two words\" x", "\"two words\" \"x\""),
    ])
  func query(_ typed: String, _ expression: String) {
    #expect(SearchText.query(typed) == expression)
  }

  @Test(
    "Slips of the hand are counted",
    arguments: [("timelime", "timeline", 1), ("laod", "load", 1), ("a", "a", 0), ("", "abc", 3)])
  func distance(_ a: String, _ b: String, _ slips: Int) {
    #expect(EditDistance.between(a, b) == slips)
  }
}
