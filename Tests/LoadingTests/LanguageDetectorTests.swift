import Loading
import Testing

/// The language of a text is told from a sentence, and not from less.
struct LanguageDetectorTests {
  @Test(
    "One sentence is enough in the five languages",
    arguments: [
      ("hi", "रूस के राष्ट्रपति ने बुधवार को चीन के राष्ट्रपति के साथ फ़ोन पर बातचीत की।"),
      (
        "en", "The president of Russia spoke with the president of China by telephone on Wednesday."
      ),
      ("ru", "Президент России в среду провёл телефонный разговор с председателем КНР."),
      ("zh", "俄罗斯总统星期三同中国国家主席通电话，双方就两国关系和国际形势交换了意见。"),
      ("vi", "Tổng thống Nga hôm thứ Tư đã điện đàm với Chủ tịch Trung Quốc về quan hệ hai nước."),
    ])
  func sentences(language: String, text: String) {
    #expect(LanguageDetector.language(of: text) == language)
  }

  @Test(
    "Fewer than twenty letters give no answer",
    arguments: ["", "Kazan summit", "12345 67890 … 24680 1357 999"])
  func short(text: String) {
    #expect(LanguageDetector.language(of: text) == nil)
  }

  @Test("A long text is judged by its beginning, cut between characters")
  func long() {
    let text = "अ" + String(repeating: "राष्ट्रपति ने बुधवार को बैठक में कहा। ", count: 20_000)
    #expect(LanguageDetector.language(of: text) == "hi")
  }
}
