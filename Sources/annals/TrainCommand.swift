import ArgumentParser
import FoundationEssentials
import Registry
import Tagging
import Workbench

/// Trains the tagger of a language from annotated texts.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Learn a tagger of names from annotated texts",
    discussion: """
      A file is a column file (token, tab, B-person, I-person, O …; an empty line between sentences)
      or JSON Lines (text, and entities with start, end and kind). The model is learnt from all of
      them; the scores come from models that did not see the part they are scored on.
      """)
  @Argument(help: "Language code") var language: String
  @Argument(help: "Annotated texts") var files: [String]
  @Option(help: "Write the model into this file") var out: String?
  @Option(help: "Score by cross-validation in so many parts; 1 holds out a tenth, 0 nothing")
  var folds = 1
  @Option(parsing: .upToNextOption, help: "Score the model on these annotated texts too")
  var test: [String] = []
  @Option(help: "Times that all sentences are gone through") var epochs = 12
  @Option(help: "What a wrong path gains while learning") var margin = 8
  @Option(help: "Leave out features that occur less often") var rarest = 2
  @Option(help: "Learn so often, and average") var runs = 3
  @Option(help: "Of a hundred features forget so many at each step") var dropout = 20
  @Option(help: "Bytes of the model, about") var size = 500_000

  func run() throws {
    var training = try Training(try Catalog.registered.pack(of: language))
    (training.epochs, training.margin, training.rarest) = (epochs, margin, rarest)
    (training.runs, training.dropout, training.size) = (runs, dropout, size)
    let sets = try files.map { try Self.documents($0) }
    score(training, sets)
    guard out != nil || !test.isEmpty else { return }
    let model = training.model(from: sets.flatMap(\.documents))
    for set in try test.map({ try Self.documents($0) }) {
      Screen.data([line(set.file, training.score(model, on: set.documents))])
    }
    guard let out else { return }
    try Data(model).write(to: URL(filePath: out))
    Screen.data(["\(out): \(model.count) bytes"])
  }

  private static func documents(_ file: String) throws -> (file: String, documents: [TrainingText])
  {
    let contents = try String(contentsOfFile: file, encoding: .utf8)
    return (file, try TrainingText.documents(contents, file: file))
  }

  private func score(_ training: Training, _ sets: [(file: String, documents: [TrainingText])]) {
    guard folds > 0 else { return }
    let parts = folds == 1 ? 10 : folds
    var scores = sets.map { _ in TaggingScore() }
    for part in 0..<folds {
      let isHeldOut = { (index: Int) in index % parts == part }
      let rest = sets.flatMap { set in
        set.documents.enumerated().filter { !isHeldOut($0.offset) }
          .map(\.element)
      }
      let model = training.model(from: rest)
      for (index, set) in sets.enumerated() {
        let held = set.documents.enumerated().filter { isHeldOut($0.offset) }
        scores[index] = scores[index] + training.score(model, on: held.map(\.element))
      }
    }
    let all = zip(sets.map(\.file), scores) + [("all", scores.reduce(TaggingScore(), +))]
    Screen.data(all.map(line))
  }

  private func line(_ file: String, _ score: TaggingScore) -> String {
    "\(file): precision \(tenths(score.precision)), recall \(tenths(score.recall)), "
      + "F1 \(tenths(score.f1)) of \(score.wanted)"
  }

  private func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
