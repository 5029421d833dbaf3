import Testing
import Text

@Suite("Tokens and sentences")
struct TokenizedTextTests {
  private func words(_ text: String) -> [String] {
    let tokens = TokenizedText(text)
    return tokens.tokens.map { tokens.string($0.span) }
  }

  private func sentences(_ text: String, abbreviations: [String] = []) -> [String] {
    let tokens = TokenizedText(text, abbreviations: Set(abbreviations.map(Folding.key)))
    return tokens.sentenceSpans.map { tokens.string($0) }
  }

  @Test(
    "Text is cut into words, numbers and marks",
    arguments: [
      ("व्लादिमीर पुतिन।", ["व्लादिमीर", "पुतिन", "।"]),
      ("习近平在莫斯科", ["习", "近", "平", "在", "莫", "斯", "科"]),
      ("Trung-Quốc 22/10", ["Trung", "-", "Quốc", "22", "/", "10"]),
      ("с 5 по 7 октября", ["с", "5", "по", "7", "октября"]),
    ])
  func tokens(_ text: String, _ expected: [String]) { #expect(words(text) == expected) }

  @Test(
    "Sentences end where a reader ends them",
    arguments: [
      ("एक वाक्य। दूसरा वाक्य।", ["एक वाक्य।", "दूसरा वाक्य।"]),
      ("He left. \"We stay,\" she said.", ["He left.", "\"We stay,\" she said."]),
      ("In the U.S. Senate he spoke. Then", ["In the U.S. Senate he spoke.", "Then"]),
      ("Growth was 4.5 percent. Good", ["Growth was 4.5 percent.", "Good"]),
      ("他说：“我们准备好了。”会议结束。", ["他说：“我们准备好了。”", "会议结束。"]),
      ("one\ntwo", ["one", "two"]),
      ("Really?! Yes.", ["Really?!", "Yes."]),
    ])
  func sentenceEnds(_ text: String, _ expected: [String]) { #expect(sentences(text) == expected) }

  @Test("An abbreviation ends no sentence")
  func abbreviation() {
    #expect(sentences("Mr. Smith left. He", abbreviations: ["Mr"]) == ["Mr. Smith left.", "He"])
  }

  @Test(
    "Spelling variants have one key",
    arguments: [
      ("ज़खारोवा", "जखारोवा"), ("सितम्बर", "सितंबर"), ("हिन्दी", "हिंदी"), ("Путин", "путин"),
      ("Ёлка", "елка"), ("२०२४", "2024"), ("ＡＢＣ", "abc"), ("पु\u{200D}तिन", "पुतिन"),
      ("Quo\u{302}\u{301}c", "quốc"),
    ])
  func folding(_ a: String, _ b: String) {
    #expect(Folding.key(a) == Folding.key(b))
    #expect(Folding.fold(a) == Folding.fold(b))
  }

  @Test(
    "Different words have different keys",
    arguments: [("पुतिन", "पातान"), ("Ha", "Hà"), ("рот", "рота")])
  func different(_ a: String, _ b: String) { #expect(Folding.key(a) != Folding.key(b)) }

  @Test("Broken UTF-8 sequences and every span stay inside the text")
  func spans() {
    for text in ["", "\u{0}", "a\u{301}\u{301}", "😀 x", "\n\n", "…"] {
      let tokens = TokenizedText(text)
      for token in tokens.tokens { #expect(token.span.end <= tokens.bytes.count) }
    }
  }
}
