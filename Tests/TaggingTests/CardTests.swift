import Foundation
import Grammar
import Registry
import Testing

/// The models that are shipped, and what their cards say.
@Suite("Models and their cards")
struct CardTests {
  static let trained = ["en", "hi", "ru", "zh"]

  private func pack(_ code: String) throws -> LanguagePack {
    try #require(Registry.packs.first { $0.code == code })
  }

  @Test(
    "A model's card gives licence, scores, command and the size of its file", arguments: trained)
  func card(_ code: String) throws {
    let model = try #require(try pack(code).bytes("tagger.model"))
    let bytes = try #require(try pack(code).bytes("tagger.card.md"))
    let card = String(decoding: bytes, as: UTF8.self)
    for word in ["licence", "F1", "annals train \(code)", "SHA-256", "\(model.count) bytes"] {
      #expect(card.contains(word), "\(word) is not in the card")
    }
  }

  @Test("All models are small together, and so are the tables")
  func size() throws {
    let bytes = { (file: String) in
      try Registry.packs.reduce(0) { $0 + (try $1.bytes(file)?.count ?? 0) }
    }
    #expect(try bytes("tagger.model") <= 8_000_000)
    #expect(try bytes("names.table") <= 5_000_000)
    #expect(try bytes("clusters.table") <= 2_000_000)
  }
}
