import Foundation
import Names
import Testing
import Text

@Suite("How names sound")
struct SoundTests {
  private static let han = HanReadings(
    lines: "弗\tf:0 v:5\n拉\tla:0 ra:1\n基\tki:0 gi:4\n米\tmi:0\n尔\tr:0 l:2\n普\tpu:0\n京\ttin:3 jing:0")

  @Test(
    "Full names that sound alike across scripts fit in every part",
    arguments: [
      ("व्लादिमीर पुतिन", "Vladimir Putin"), ("Владимир Путин", "Vladimir Putin"),
      ("मारिया ज़खारोवा", "Maria Zakharova"), ("Мария Захарова", "मारिया ज़खारोवा"),
      ("शी जिनपिंग", "Xi Jinping"), ("Си Цзиньпин", "Xi Jinping"), ("Дмитрий Песков", "Dmitry Peskov"),
      ("नरेंद्र मोदी", "Narendra Modi"), ("Сергей Шойгу", "Sergej Šojgu"),
      ("فلاديمير بوتين", "Vladimir Putin"), ("Юрий Яковлев", "Jurij Jakowlew"),
      ("Андрей Чайковский", "Andrej Čajkovskij"), ("جمال الناصر", "Gamal Nasser"),
    ])
  func fits(_ a: String, _ b: String) throws {
    let fit = try fit(a, b)
    #expect(fit.distance <= 0.10, "\(fit)")
    #expect(Set(skeletons(a)).isDisjoint(with: skeletons(b)) == false)
  }

  private func fit(_ a: String, _ b: String, _ readings: HanReadings = .none) throws -> NameFit {
    let first = try #require(Sound(a, readings: readings))
    let second = try #require(Sound(b, readings: readings))
    return try #require(first.fit(with: second))
  }

  private func skeletons(_ name: String) -> [String] {
    Sound(name).map { Skeleton.all($0).flatMap(Skeleton.neighbours) } ?? []
  }

  @Test(
    "Names of different people do not fit",
    arguments: [
      ("Кирилл Сосков", "Kirill Šamalov"), ("Владимир Ельченко", "Vladimir Jevtušenko"),
      ("Александр Иванов", "Aleksandra Ivanova"), ("Анна Орлова", "Anna Orlov"),
    ])
  func differs(_ a: String, _ b: String) throws {
    let fit = try fit(a, b)
    #expect(fit.distance > 0.10 || fit.worst > 0.13, "\(fit)")
  }

  @Test(
    "Listed forms of a part fit however they sound",
    arguments: [("Исаак Путин", "Itzhak Putin"), ("Путин Исаак", "Putin Itzhak")])
  func listed(_ a: String, _ b: String) throws {
    let parts = PartTable(Data("# a comment\nitzhak\t1\nисаак\t1 2\n".utf8))
    let names = [a, b].compactMap { Sound($0, parts: parts) }
    try #require(names.count == 2)
    let unlisted = try fit(a, b)
    #expect(unlisted.worst > 0.2 && !unlisted.isListed)
    let listed = try #require(names[0].fit(with: names[1]))
    #expect(listed.worst <= 0.05 && listed.isListed)
    #expect(names.allSatisfy { !Skeleton.listed($0).isEmpty })
    #expect(!Set(Skeleton.listed(names[0])).isDisjoint(with: Skeleton.listed(names[1])))
  }

  @Test("A Han name in one piece is cut where its parts are listed")
  func listedHan() throws {
    let parts = PartTable(Data("liu\t1\nsu\t2\n七\t2\n刘\t1\n".utf8))
    let readings = try #require(HanReadings(lines: "刘\tko:0\n七\tka:0"))
    let a = try #require(Sound("刘七", readings: readings, parts: parts))
    let b = try #require(Sound("Liu Su", parts: parts))
    #expect(a.fit(with: b)?.worst ?? 1 <= 0.05)
  }

  @Test(
    "The installed table knows forms that sound apart",
    arguments: [
      ("Ицхак Рабин", "Isaac Rabin"), ("Фердинанд Картер", "فرديناند كارتر"),
      ("史莱尔·薇薇安", "Shree Vivian"),
    ])
  func installed(_ a: String, _ b: String) throws {
    let names = [a, b].compactMap { Sound($0, readings: .installed, parts: .installed) }
    try #require(names.count == 2)
    let fit = try #require(names[0].fit(with: names[1]))
    #expect(fit.isListed && fit.worst <= 0.2, "\(fit)")
  }

  @Test("A patronymic may be left out")
  func patronymic() throws {
    let fit = try fit("Владимир Владимирович Путин", "Vladimir Putin")
    #expect(fit.omitted == 1)
    #expect(fit.distance <= 0.10)
  }

  @Test("Han is sounded only with readings")
  func han() throws {
    #expect(Sound("普京")?.count == nil)
    let readings = try #require(Self.han)
    let fit = try fit("弗拉基米尔·普京", "Vladimir Putin", readings)
    #expect(fit.worst < 0.3)
  }

  @Test("Names of one part have nothing to be sure of")
  func single() throws {
    let (a, b) = (try #require(Sound("Putin")), try #require(Sound("Путин")))
    #expect(a.fit(with: b) == nil)
  }

  @Test(
    "Long and empty names are not sounded",
    arguments: ["", "…", String(repeating: "a", count: 500)])
  func odd(_ name: String) { #expect(Sound(name)?.count == nil) }
}
