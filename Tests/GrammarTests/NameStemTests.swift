import Grammar
import Registry
import Testing

@Suite("What the cases of a name share")
struct NameStemTests {
  private func stems(_ code: String) throws -> NameStems? {
    try NameStems(try #require(Registry.packs.first { $0.code == code }))
  }

  @Test(
    "Cases of a name have one stem",
    arguments: [
      ["Сергей Доренко", "Сергея Доренко", "Сергеем Доренко"],
      ["Мария Захарова", "Марии Захаровой", "Марию Захарову"],
      ["Дональд Трамп", "Дональда Трампа", "Дональдом Трампом"],
      ["Иван Алиев", "Ивана Алиева", "Алиевым Иваном"],
      ["Казань", "Казани", "Казанью"],
    ])
  func cases(_ forms: [String]) throws {
    let stems = try #require(try stems("ru"))
    #expect(Set(forms.map { stems.stem(of: $0) }).count == 1, "\(forms.map { stems.stem(of: $0) })")
  }

  @Test(
    "Different names have different stems",
    arguments: [("Билл Клинтон", "Хиллари Клинтон"), ("Василий Шукшин", "Василий Авченко")])
  func different(_ a: String, _ b: String) throws {
    let stems = try #require(try stems("ru"))
    #expect(stems.stem(of: a) != stems.stem(of: b))
  }

  @Test("A language whose names do not change has no stems")
  func none() throws { #expect(try stems("en") == nil) }
}
