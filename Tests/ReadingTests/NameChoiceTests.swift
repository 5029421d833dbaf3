import Facts
import Reading
import Testing

@Suite("Names of the lexicon and of the tagger")
struct NameChoiceTests {
  private func names(_ text: String, _ code: String) throws -> [String] {
    let reader = try TestReaders.reader(code)
    return reader.read(text, noise: [], published: nil, mode: .news).mentions.map(\.text)
  }

  @Test("A word with the capital of its sentence is no part of a known organization")
  func capitalByPlace() throws {
    let names = try names("Саммит БРИКС прошёл в Казани. Все приехали на саммит БРИКС.", "ru")
    #expect(names.count { $0 == "БРИКС" } == 2)
  }

  @Test("The adjective of two countries is no name")
  func adjectives() throws {
    #expect(try names("Российско-китайские отношения крепнут.", "ru").isEmpty)
  }

  @Test("A ministry is named with its country")
  func ministry() throws {
    #expect(try names("Об этом сообщили в МИД России.", "ru") == ["МИД России"])
  }
}
