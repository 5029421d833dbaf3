import Facts
import Grammar
import Registry
import Testing
import Text

@testable import Tagging

@Suite("Tagging names")
struct TaggerTests {
  private func tagger(_ code: String) throws -> Tagger {
    let pack = try #require(Registry.packs.first { $0.code == code })
    return try #require(try Tagger(pack))
  }

  private func names(_ text: String, _ code: String) throws -> [String] {
    let tokens = TokenizedText(text)
    return try tagger(code).names(in: tokens).map {
      "\($0.kind.rawValue) \(tokens.string(tokens.span($0.tokens)))"
    }
  }

  @Test(
    "Names that no lexicon has are found by their context",
    arguments: [
      (
        "en", "Kathleen Ashworth was born in Dunmore and works for Barlow Holdings Ltd.", "Ashworth"
      ),
      ("hi", "समीर वर्मा उत्तर प्रदेश के देवरिया जिले में रहते हैं।", "देवरिया"),
      ("ru", "Об этом сообщил депутат Госдумы Артём Кузякин в Сыктывкаре.", "Кузякин"),
      ("zh", "陳志明出生於高雄市。", "高雄市"),
    ])
  func unknown(_ code: String, _ text: String, _ name: String) throws {
    #expect(try names(text, code).contains { $0.hasSuffix(name) })
  }

  @Test("Traditional and simplified characters are read alike")
  func variants() throws {
    let traditional = try names("馬英九訪問臺灣大學。", "zh")
    let simplified = try names("马英九访问台湾大学。", "zh")
    #expect(traditional.count == simplified.count && !traditional.isEmpty)
  }

  @Test(
    "Where no blank parts words is noted in scripts without capitals",
    arguments: [("hi", "दिल्ली, मुंबई", [2, 1, 0]), ("en", "Delhi, Mumbai", [0, 0, 0])])
  func joins(_ code: String, _ text: String, _ joins: [UInt32]) throws {
    let pack = try #require(Registry.packs.first { $0.code == code })
    let tokens = TokenizedText(text)
    let forms = try NameTables(pack).forms(of: tokens, 0..<tokens.tokens.count)
    #expect(forms.map(\.joins) == joins)
  }

  @Test(
    "Names are in order and do not overlap, whatever the text", arguments: ["en", "hi", "ru", "zh"])
  func order(_ code: String) throws {
    let hostile =
      String(repeating: "A. 习 राम Иван, \u{200D}\u{0301}Ω 12 \n", count: 200) + "\u{FFFD}"
    let names = try tagger(code).names(in: TokenizedText(hostile))
    for (one, next) in zip(names, names.dropFirst()) {
      #expect(one.tokens.upperBound <= next.tokens.lowerBound)
    }
    #expect(try tagger(code).names(in: TokenizedText("")).isEmpty)
  }

  @Test("A path of labels spells the names that it was made from")
  func labels() {
    let names = [
      TaggedName(tokens: 0..<1, kind: .place), TaggedName(tokens: 1..<4, kind: .person),
      TaggedName(tokens: 5..<7, kind: .organization),
    ]
    let labels = Label.labels(of: names, count: 8)
    #expect(Label.names(of: labels) == names)
    #expect(zip(labels, labels.dropFirst()).allSatisfy { Label.follows($1, $0) })
  }

  @Test("A file that is no model is refused, and one that is cut short")
  func damaged() throws {
    let pack = try #require(Registry.packs.first { $0.code == "hi" })
    let bytes = try #require(try pack.bytes("tagger.model"))
    #expect(ModelFile.model(bytes) != nil)
    #expect(ModelFile.model(Array(bytes.dropLast())) == nil)
    #expect(ModelFile.model(Array("x".utf8)) == nil)
    #expect(WordTable(Array(bytes)) == nil)
  }

  @Test("A table answers for every word that it was made of")
  func table() throws {
    var values: [UInt32: UInt16] = [:]
    for number in 1...5000 { values[Hash.mix(UInt32(number), 1)] = UInt16(number) }
    let table = try #require(WordTable(WordTable.file(values)))
    let wrong = values.filter { table.value(of: $0.key) != $0.value }
    #expect(wrong.isEmpty)
    #expect((6000...9000).count { table.value(of: Hash.mix(UInt32($0), 1)) != 0 } < 10)
  }
}
