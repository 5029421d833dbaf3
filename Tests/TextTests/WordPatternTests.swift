import Testing
import Text

@Suite("Patterns of words")
struct WordPatternTests {
  @Test(
    "A beginning and a near spelling are found in every script, diacritics aside",
    arguments: [
      ("summ*", "Summit"), ("summ*", "summ"), ("शिख*", "शिखर"), ("саммит*", "саммита"),
      ("Hoi*", "Hội"), ("sumit~", "summit"), ("smumit~", "summit"), ("Zakharowa~", "Zakharova"),
      ("व्लादीमीर~", "व्लादिमीर"), ("hoi~", "Hội"),
    ])
  func matching(_ pattern: String, _ word: String) throws {
    #expect(try #require(WordPattern(pattern)).matches(word))
  }

  @Test(
    "What begins otherwise or is spelled too differently is not",
    arguments: [
      ("summ*", "sum"), ("summ*", "resumme"), ("sumit~", "submitted"), ("cat~", "car"),
      ("शिख*", "शख"),
    ])
  func other(_ pattern: String, _ word: String) throws {
    #expect(try !#require(WordPattern(pattern)).matches(word))
  }

  @Test(
    "A word without a sign, a sign alone and a phrase are no patterns",
    arguments: ["summit", "*", "~", "", "two words*", "“*"])
  func none(_ text: String) { #expect(WordPattern(text) == nil) }
}
