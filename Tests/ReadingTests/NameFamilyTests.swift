import Facts
import Reading
import Testing

@Suite("Names of one document")
struct NameFamilyTests {
  private func names(_ text: String, _ code: String = "ru") throws -> [String: String] {
    let reader = try TestReaders.reader(code)
    let mentions = reader.read(text, noise: [], published: nil, mode: .news).mentions
    return Dictionary(mentions.map { ($0.text, $0.name) }) { first, _ in first }
  }

  @Test("Cases, initials and a surname alone are the one full name that fits")
  func forms() throws {
    let names = try names(
      "Сергей Доренко приехал. Его ждали у министра Сергея Доренко. Господин Доренко молчал.")
    #expect(names["Сергея Доренко"] == "Сергей Доренко")
    #expect(names["Доренко"] == "Сергей Доренко")
  }

  @Test("A patronymic may be left out")
  func patronymic() throws {
    let names = try names("Владимир Львович Машков приехал. Позже Владимир Машков уехал.")
    #expect(names["Владимир Машков"] == "Владимир Львович Машков")
  }

  @Test("A surname that two people have is neither of them")
  func ambiguous() throws {
    let names = try names("Александр Жуков и Михаил Жуков приехали. Господин Жуков молчал.")
    #expect(names["Жуков"] == "Жуков")
  }
}
