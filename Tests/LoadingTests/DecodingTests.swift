import Testing

@testable import Loading

/// Bytes become text, and what was broken is counted.
struct DecodingTests {
  @Test(
    "Marks of byte order are read and left out",
    arguments: [
      [0xEF, 0xBB, 0xBF, 0x68, 0x69], [0xFF, 0xFE, 0x68, 0x00, 0x69, 0x00],
      [0xFE, 0xFF, 0x00, 0x68, 0x00, 0x69],
    ] as [[UInt8]])
  func byteOrderMarks(bytes: [UInt8]) throws {
    let decoding = try Decoding(bytes)
    #expect(decoding.text == "hi")
    #expect(decoding.repairs == [])
  }

  @Test("A few broken sequences are replaced and counted; those that were there are not")
  func broken() throws {
    let good = Array(String(repeating: "अच्छा ", count: 100).utf8)
    let decoding = try Decoding(good + [0xFF, 0x20, 0xE0, 0xA4, 0x20, 0xEF, 0xBF, 0xBD])
    #expect(decoding.text.hasSuffix("\u{FFFD} \u{FFFD} \u{FFFD}"))
    #expect(decoding.repairs == ["2 broken UTF-8 sequences replaced"])
  }

  @Test(
    "What is mostly broken, or nothing, is rejected",
    arguments: [
      (
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
        "it is not text in any charset that is known"
      ),
      ([0x61, 0, 0x62, 0, 0x63, 0], "it is not text in any charset that is known"),
      ([0xFF, 0xFE, 0x00, 0xDC, 0x00, 0xD8], "it is not text in any charset that is known"),
      ([], "it is empty"), ([0x20, 0x0A, 0x09], "it is empty"),
      ([0xEF, 0xBB, 0xBF], "it is empty"),
      ([0xFF, 0xFE], "it is empty"), ([0xFF], "it is not text in any charset that is known"),
    ] as [([UInt8], String)])
  func rejected(bytes: [UInt8], reason: String) {
    let rejection = #expect(throws: Rejection.self) { try Decoding(bytes) }
    #expect(rejection?.reason == reason)
  }

  @Test("Zero bytes are replaced, line breaks are made plain")
  func zeros() throws {
    let text = String(repeating: "x", count: 200)
    #expect(try Decoding(Array("\(text)\0".utf8)).text == text + "\u{FFFD}")
    #expect(try Decoding(Array("\(text)\0".utf8)).repairs == ["1 zero bytes replaced"])
    #expect(try Decoding(Array("a\r\nb\rc\n\r\n".utf8)).text == "a\nb\nc\n\n")
  }

  @Test("Marks beyond thirty on a base are dropped, others stay")
  func marks() throws {
    let marks = String(repeating: "\u{301}\u{323}", count: 20)
    let decoding = try Decoding("ज़ि e\(marks)x\u{301}")
    #expect(decoding.text.unicodeScalars.count == "ज़ि e".unicodeScalars.count + 30 + 2)
    #expect(decoding.repairs == ["10 stacked marks dropped"])
  }

  @Test("A megabyte of marks takes no more than linear time")
  func markBomb() throws {
    let bomb = "a" + String(repeating: "\u{301}\u{323}", count: 250_000)
    let start = ContinuousClock.now
    #expect(try Decoding(bomb).text.utf8.count == 61)
    let time = start.duration(to: .now)
    #expect(time < .seconds(10))
  }
}
