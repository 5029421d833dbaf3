import Foundation
import Names
import Testing
import Text

@Suite("The table of entities")
struct EntityTableTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Names/Tables/entities.tsv")

  private static let languages = ["ar", "en", "es", "hi", "ru", "uk", "vi", "zh"]

  private func entries() throws -> [(language: String, entry: EntityTable.Entry)] {
    let table = EntityTable(try Data(contentsOf: Self.file))
    return Self.languages.flatMap { code in table.entries(in: code).map { (code, $0) } }
  }

  @Test("A block gives each language its own forms")
  func blocks() {
    let text =
      "# names\n\nperson\torlova\n\ten\tAnna Orlova|Orlova\n\tru\tАнна Орлова\nplace\tX\n\tru\tИкс\n"
    let table = EntityTable(Data(text.utf8))
    #expect(
      table.entries(in: "en") == [
        .init(kind: "person", identity: "orlova", forms: ["Anna Orlova", "Orlova"])
      ])
    #expect(table.entries(in: "ru").map(\.identity) == ["orlova", "X"])
    #expect(table.entries(in: "e") == [])
  }

  @Test("A line that no block begins names nothing")
  func headless() {
    #expect(EntityTable(Data("\ten\tAnna\nperson\n\ten\tVera\n".utf8)).entries(in: "en") == [])
    #expect(EntityTable(Data()).entries(in: "en") == [])
  }

  @Test("At least 300 entities, each of a kind and with a form in every language")
  func whole() throws {
    let all = Dictionary(grouping: try entries(), by: \.entry.identity)
    #expect(all.count >= 300)
    for (identity, found) in all {
      #expect(found.map(\.language).sorted() == Self.languages, "\(identity)")
      #expect(Set(found.map(\.entry.kind)).count == 1, "\(identity) has two kinds")
      #expect(found.allSatisfy { EntityTable.kinds.contains($0.entry.kind) }, "\(identity)")
    }
  }

  @Test("Every form is composed, without doubles or blanks at its ends, and makes tokens")
  func forms() throws {
    for (language, entry) in try entries() {
      #expect(!entry.forms.isEmpty, "\(entry.identity) \(language)")
      #expect(Set(entry.forms).count == entry.forms.count, "\(entry.identity) \(language)")
      for form in entry.forms {
        #expect(form.precomposedStringWithCanonicalMapping.utf8.elementsEqual(form.utf8), "\(form)")
        #expect(form.trimmingCharacters(in: .whitespaces) == form, "\(form)")
        #expect(!Folding.keys(form).isEmpty, "\(form)")
      }
    }
  }

  @Test("No form of a kind stands for two entities, whatever the language")
  func unambiguous() throws {
    var bearers: [String: Set<String>] = [:]
    for (_, entry) in try entries() {
      for form in entry.forms {
        bearers[entry.kind + "\t" + Folding.fold(form), default: []].insert(entry.identity)
      }
    }
    let doubles = bearers.filter { $0.value.count > 1 }.map { "\($0.key): \($0.value.sorted())" }
    #expect(doubles.isEmpty, "\(doubles.sorted())")
  }

  @Test("Chinese names stand in simplified and in traditional characters")
  func characters() throws {
    let variants = Self.file.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Languages/Chinese/Pack/variants.tsv")
    let lines = try String(contentsOf: variants, encoding: .utf8).split(separator: "\n")
    let pairs = lines.filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t") }
    let traditional = Set(pairs.flatMap { $0.prefix(1).joined() })
    let isTraditional = { (form: String) in form.contains(where: traditional.contains) }
    let rows = try entries().filter { $0.language == "zh" }.map(\.entry)
    #expect(rows.filter { $0.forms.contains(where: isTraditional) }.count > 200)
    for row in rows { #expect(!row.forms.allSatisfy(isTraditional), "\(row.identity)") }
  }
}
