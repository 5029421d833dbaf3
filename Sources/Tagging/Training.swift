package import Grammar

/// How a tagger is trained.
package struct Training: Sendable {
  /// Times that all sentences are gone through.
  package var epochs = 12
  /// What a wrong path gains while learning, in fourths of one change of a weight.
  package var margin = 8
  /// Features that occur less often are left out.
  package var rarest = 2
  /// Bytes of the model's file, about.
  package var size = 500_000

  /// Perceptrons whose weights are averaged; each goes through the sentences in its own order.
  package var runs = 3
  /// Of a hundred features so many are forgotten at each step.
  package var dropout = 20

  private let tables: NameTables

  /// - Throws: `PackProblem` if the pack's tables cannot be read.
  package init(_ pack: LanguagePack) throws(PackProblem) { tables = try NameTables(pack) }

  /// The model's file, learnt from the documents.
  package func model(from documents: [TrainingText]) -> [UInt8] {
    let set = TrainingSet(documents, tables, rarest: rarest)
    var sums: (weights: [[Int64]], transitions: [[Int64]]) = ([], [])
    for run in 0..<runs {
      var perceptron = Perceptron(features: set.hashes.count, margin: Int32(margin))
      for epoch in 0..<epochs {
        perceptron.learn(set.sentences, seed: UInt64(run * epochs + epoch), dropout: dropout)
      }
      let averages = perceptron.averages
      sums.weights = Self.sum(sums.weights, averages.weights)
      sums.transitions = Self.sum(sums.transitions, averages.transitions)
    }
    return Packing(sums.weights, sums.transitions, unit: Int64(4000 * runs), size: size)
      .bytes(hashes: set.hashes)
  }

  private static func sum(_ a: [[Int64]], _ b: [[Int64]]) -> [[Int64]] {
    a.isEmpty ? b : zip(a, b).map { zip($0, $1).map { $0 + $1 } }
  }

  /// Names that a model finds in documents against those they have.
  package func score(_ model: [UInt8], on documents: [TrainingText]) -> TaggingScore {
    var score = TaggingScore()
    guard let model = ModelFile.model(model) else { return score }
    let tagger = Tagger(model, tables)
    for document in documents { score.count(tagger.names(in: document.text), document.names) }
    return score
  }
}

/// Names that were found, right and wanted: the whole span and the kind must agree.
package struct TaggingScore: Sendable {
  package private(set) var found = 0
  package private(set) var right = 0
  package private(set) var wanted = 0

  package init() {}

  mutating func count(_ names: [TaggedName], _ gold: [TaggedName]) {
    let keys = { (names: [TaggedName]) in Set(names.map { "\($0.tokens) \($0.kind)" }) }
    found += names.count
    wanted += gold.count
    right += keys(names).intersection(keys(gold)).count
  }

  package static func + (a: TaggingScore, b: TaggingScore) -> TaggingScore {
    var sum = a
    sum.found += b.found
    sum.right += b.right
    sum.wanted += b.wanted
    return sum
  }

  package var precision: Double { found == 0 ? 0 : 100 * Double(right) / Double(found) }
  package var recall: Double { wanted == 0 ? 0 : 100 * Double(right) / Double(wanted) }
  package var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }
}
