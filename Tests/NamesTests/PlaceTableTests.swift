import Foundation
import Names
import Testing
import Text

@Suite("Which place a name stands for")
struct PlaceTableTests {
  private let table = PlaceTable(
    Data(
      """
      # places
      astana\tg1:345604 kzast
      georgia\tGE usga
      springfield\tg2:150000 g3:140000
      usa\tUS
      yorkshire\tgbyor
      москва\tg4:10381222 g5:23800

      """.utf8))

  @Test(
    "A country goes before a subdivision, a city before much smaller ones, and a tie is none",
    arguments: [
      ("Astana", "g1"), ("Georgia", "GE"), ("Springfield", nil), ("USA", "US"),
      ("Yorkshire", "gbyor"), ("Москва", "g4"), ("Nowhere", nil), ("", nil), ("aaa", nil),
      ("яяя", nil), ("# places", nil),
    ] as [(String, String?)])
  func places(_ name: String, _ place: String?) { #expect(table.place(name) == place) }

  @Test("An empty table knows nothing") func empty() {
    #expect(PlaceTable(Data()).place("Moscow") == nil)
  }

  @Test(
    "The installed table knows a place in every script",
    arguments: [
      ["Moscow", "Москва", "मॉस्को", "莫斯科", "Moscú"], ["Beijing", "Пекин", "北京", "Bắc Kinh"],
      ["Russia", "Россия", "रूस", "俄罗斯", "Nga", "روسيا"], ["Kazan", "Казань", "喀山"],
    ])
  func installed(_ names: [String]) {
    let places = names.map { PlaceTable.installed.place($0) }
    #expect(Set(places).count == 1, "\(places)")
    #expect(places[0] != nil)
  }

  @Test("Names in the table are folded and sorted, or they would not be found")
  func order() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Names/Tables/places.tsv")
    let text = try String(contentsOf: file, encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let names = lines.map { String($0.prefix { $0 != "\t" }) }
    #expect(names.count > 50_000)
    #expect(zip(names, names.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    let unfolded = names.filter { Folding.fold($0) != $0 }
    #expect(unfolded.isEmpty, "\(unfolded.prefix(5))")
  }
}
