import Facts
import Grammar
import Registry
import Testing
import Text

@testable import Tagging

@Suite("Learning to tag")
struct TrainingTests {
  /// Sentences by pattern, so that the contexts of names can be learnt.
  static let columns = ["Asha", "Bela", "Chandra", "Devi", "Elena", "Farid"].flatMap { name in
    ["Orel", "Pskov", "Tver", "Omsk"].map { place in
      """
      Minister\tO
      \(name)\tB-person
      Kumar\tI-person
      flew\tO
      to\tO
      \(place)\tB-place
      .\tO

      """
    }
  }.joined(separator: "\n")

  private func training() throws -> Training {
    let pack = try #require(Registry.packs.first { $0.code == "vi" })
    var training = try Training(pack)
    training.rarest = 1
    return training
  }

  @Test("What was learnt is found in a sentence that was not seen")
  func learns() throws {
    let training = try training()
    let model = training.model(from: try TrainingText.documents(Self.columns, file: "columns"))
    let unseen = try TrainingText.documents(
      "Minister\tO\nGita\tB-person\nKumar\tI-person\nflew\tO\nto\tO\nPerm\tB-place\n.\tO\n",
      file: "unseen")
    let score = training.score(model, on: unseen)
    #expect(score.right == 2 && score.found == 2)
  }

  @Test("The same texts give the same bytes")
  func isDeterministic() throws {
    let documents = try TrainingText.documents(Self.columns, file: "columns")
    #expect(try training().model(from: documents) == training().model(from: documents))
  }

  @Test("A smaller model is asked for and made")
  func size() throws {
    var training = try training()
    let documents = try TrainingText.documents(Self.columns, file: "columns")
    let whole = training.model(from: documents).count
    training.size = 1000
    #expect(training.model(from: documents).count < min(whole, 1600))
  }

  @Test("Column files and JSON Lines say the same")
  func formats() throws {
    let columns = try TrainingText.documents(
      "Asha\tB-person\nKumar\tI-person\nmet\tO\nDevi\tB-person\n", file: "columns")
    let line =
      #"{"text": "Asha Kumar met Devi", "entities": [{"start": 0, "end": 10, "kind": "person"}, "#
      + #"{"start": 15, "end": 19, "kind": "person"}, {"start": 11, "end": 14, "kind": "event"}]}"#
    let lines = try TrainingText.documents(line, file: "lines")
    #expect(columns.map(\.names) == lines.map(\.names))
    #expect(lines.first?.names.map(\.tokens) == [0..<2, 3..<4])
  }

  @Test("Han words of a column file stand without blanks")
  func han() throws {
    let document = try #require(
      try TrainingText.documents("习近平\tB-person\n访问\tO\nASEAN\tB-organization\n", file: "x").first)
    #expect(String(decoding: document.text.bytes, as: UTF8.self) == "习近平访问 ASEAN")
    #expect(document.names.map(\.tokens) == [0..<3, 5..<6])
  }

  @Test(
    "A bad line is named", arguments: ["Asha", "Asha\tB-planet", #"{"text": 1}"#])
  func badLine(_ line: String) {
    #expect(throws: TrainingProblem.self) { try TrainingText.documents(line, file: "bad") }
  }
}
