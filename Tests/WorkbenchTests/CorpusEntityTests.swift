import AnnalsTesting
import Facts
import Foundation
import Registry
import Testing

@testable import Store
@testable import Workbench

/// The articles of the notebooks, in five languages about the same weeks.
@Suite("One entity in all languages")
struct CorpusEntityTests {
  /// An entity with its name in each language whose articles name it.
  struct Expected: Sendable, CustomTestStringConvertible {
    let names: [String: String]
    let kind: EntityKind
    var testDescription: String { names["en"] ?? names.values.sorted().first ?? "" }

    init(_ kind: EntityKind, _ names: [String: String]) {
      self.kind = kind
      self.names = names
    }
  }

  private static let expected: [Expected] = [
    Expected(
      .person,
      [
        "en": "Xi Jinping", "hi": "शी जिनपिंग", "ru": "Си Цзиньпин", "vi": "Tập Cận Bình", "zh": "习近平",
      ]),
    Expected(
      .person,
      [
        "en": "Vladimir Putin", "hi": "व्लादिमीर पुतिन", "ru": "Владимир Путин",
        "vi": "Vladimir Putin", "zh": "弗拉基米尔·普京",
      ]),
    Expected(
      .person,
      [
        "en": "Maria Zakharova", "hi": "मारिया ज़खारोवा", "ru": "Мария Захарова",
        "vi": "Maria Zakharova", "zh": "玛丽亚·扎哈罗娃",
      ]),
    Expected(
      .person,
      [
        "en": "Narendra Modi", "hi": "नरेंद्र मोदी", "ru": "Нарендра Моди", "vi": "Narendra Modi",
        "zh": "纳伦德拉·莫迪",
      ]),
    Expected(
      .person,
      [
        "en": "Dmitry Peskov", "hi": "दिमित्री पेसकोव", "ru": "Дмитрий Песков",
        "vi": "Dmitry Peskov",
      ]),
    Expected(
      .place, ["en": "Kazan", "hi": "कज़ान", "ru": "Казань", "vi": "Kazan", "zh": "喀山"]),
    Expected(
      .place, ["en": "Astana", "hi": "अस्ताना", "ru": "Астана", "vi": "Astana", "zh": "阿斯塔纳"]),
    Expected(
      .place, ["en": "Moscow", "hi": "मॉस्को", "ru": "Москва", "vi": "Moskva", "zh": "莫斯科"]),
    Expected(.place, ["en": "Beijing", "hi": "बीजिंग"]),
    Expected(.place, ["en": "Russia", "hi": "रूस", "ru": "Россия", "vi": "Nga", "zh": "俄罗斯"]),
    Expected(.place, ["en": "China", "hi": "चीन", "ru": "Китай", "vi": "Trung Quốc"]),
    Expected(.place, ["hi": "भारत", "ru": "Индия", "vi": "Ấn Độ", "zh": "印度"]),
    Expected(
      .organization,
      ["en": "BRICS", "hi": "ब्रिक्स", "ru": "БРИКС", "vi": "BRICS", "zh": "金砖国家"]),
    Expected(
      .organization,
      [
        "en": "Shanghai Cooperation Organization", "hi": "शंघाई सहयोग संगठन",
        "ru": "Шанхайская организация сотрудничества", "vi": "Tổ chức Hợp tác Thượng Hải",
        "zh": "上海合作组织",
      ]),
    Expected(
      .organization,
      ["en": "Xinhua", "hi": "शिन्हुआ", "ru": "Синьхуа", "vi": "Tân Hoa xã", "zh": "新华社"]),
    Expected(.organization, ["hi": "तास", "ru": "ТАСС", "vi": "TASS"]),
    Expected(.organization, ["en": "Kremlin", "hi": "क्रेमलिन", "ru": "Кремль"]),
    Expected(.organization, ["hi": "रूसी विदेश मंत्रालय", "ru": "МИД России"]),
  ]

  private static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The article that this began with, in a folder beside the project.
  private static let article = project.deletingLastPathComponent()
    .appending(path: "shared/seed/000_22fe44cd101218cf.txt").path(percentEncoded: false)
  private static let hasSeed = FileManager.default.fileExists(atPath: article)

  private static func corpus() throws -> Session {
    let folder = project.appending(path: "Notebooks")
    let session = try Session.inMemory(
      catalog: .registered, files: .open(from: folder.path(percentEncoded: false)))
    _ = try session.run("load articles")
    return session
  }

  @Test(
    "What the seed article names joins the entities of the corpus",
    .enabled(if: hasSeed, "the seed article is not here"))
  func seedJoins() throws {
    let session = try Self.corpus()
    _ = try session.run("load '\(Self.article)' --lang hi --published 2024-10-02")
    for entity in Self.expected {
      let names = Set(entity.names.map { EntityName($0.value, entity.kind) })
      let ids = Set(try names.compactMap { try session.store.entity(of: $0) })
      #expect(ids.count == 1, "\(entity.testDescription) is \(ids.count) entities")
    }
    let last = try #require(try session.store.names().flatMap(\.documents).max())
    let joined = try session.store.names().filter { $0.documents.contains(last) }
      .compactMap { try session.store.entity(of: $0.name) }
    let shared = try Self.expected.filter { entity in
      guard let name = entity.names["hi"] else { return false }
      return try session.store.entity(of: EntityName(name, entity.kind)).map(joined.contains)
        ?? false
    }
    #expect(shared.count >= 12, "\(shared.map(\.testDescription))")
  }

  @Test("Every person, place and organization that languages share is one, named in each of them")
  func shared() throws {
    let store = try Self.corpus().store
    let uses = try store.names()
    for entity in Self.expected {
      var ids: Set<Int> = []
      for (language, name) in entity.names {
        let found = EntityName(name, entity.kind)
        let use = uses.first { $0.name == found }
        #expect(use?.languages.contains(language) == true, "\(name) is not found in \(language)")
        if let id = try store.entity(of: found) { ids.insert(id) }
      }
      #expect(ids.count == 1, "\(entity.testDescription) is \(ids.count) entities")
    }
  }

  @Test("No two entities of the corpus have the same identity")
  func identities() throws {
    let store = try Self.corpus().store
    var entities: [String: Set<Int>] = [:]
    for use in try store.names() {
      guard let identity = use.identity, let id = try store.entity(of: use.name) else { continue }
      entities[identity, default: []].insert(id)
    }
    #expect(entities.count > 15)
    #expect(entities.filter { $0.value.count > 1 }.isEmpty)
  }
}
