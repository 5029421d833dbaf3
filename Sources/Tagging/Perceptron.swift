/// Learns weights from sentences: a structured perceptron (Collins 2002) whose weights are averaged
/// over all steps, and which also learns from a right path that is not better by a margin.
///
/// The order of the sentences comes from a fixed seed, and all sums are integers: the same
/// sentences give the same weights on every machine.
struct Perceptron {
  /// Weight of each label for each feature.
  private(set) var weights: [SIMD16<Int32>]
  /// As in `Model`: from each label and from the start; the last row ends a sentence.
  private var transitions: [SIMD16<Int32>]
  /// The sums of all changes, each times the step at which it was made.
  private var changes: [SIMD16<Int64>]
  private var transitionChanges: [SIMD16<Int64>]
  private var step: Int64 = 1
  /// What a wrong label gains while learning.
  private let margin: Int32
  /// How much one step changes a weight.
  private let unit: Int32 = 4

  init(features: Int, margin: Int32) {
    weights = [SIMD16<Int32>](repeating: SIMD16(), count: features)
    changes = [SIMD16<Int64>](repeating: SIMD16(), count: features)
    transitions = [SIMD16<Int32>](repeating: SIMD16(), count: Label.count + 2)
    transitionChanges = [SIMD16<Int64>](repeating: SIMD16(), count: Label.count + 2)
    self.margin = margin
  }

  /// Goes through all sentences once, in an order of its own.
  mutating func learn(_ sentences: [TrainingSentence], seed: UInt64, dropout: Int) {
    var random = Random(seed: seed)
    var order = Array(sentences.indices)
    for index in order.indices.dropFirst() {
      order.swapAt(index, random.next(below: index + 1))
    }
    for index in order {
      learn(dropout == 0 ? sentences[index] : sentences[index].forgetting(dropout, &random))
      step += 1
    }
  }

  private mutating func learn(_ sentence: TrainingSentence) {
    var scores = self.scores(of: sentence)
    for token in scores.indices {
      scores[token] &+= SIMD16(repeating: margin)
      scores[token][sentence.labels[token]] &-= margin
    }
    let viterbi = Viterbi(
      transitions: (0...Label.count).map { masked($0) }, ending: masked(Label.count + 1))
    let path = viterbi.path(scores)
    guard path != sentence.labels else { return }
    update(sentence, path, by: -unit)
    update(sentence, sentence.labels, by: unit)
  }

  private func scores(of sentence: TrainingSentence) -> [SIMD16<Int32>] {
    sentence.labels.indices.map { token in
      var sum = SIMD16<Int32>()
      for index in sentence.starts[token]..<sentence.starts[token + 1] {
        sum &+= weights[Int(sentence.features[Int(index)])]
      }
      return sum
    }
  }

  /// The row of transitions with what must not be made impossible.
  private func masked(_ row: Int) -> SIMD16<Int32> {
    var lanes = SIMD16<Int32>(repeating: Model.never)
    for label in 0..<Label.count {
      let isAllowed =
        row > Label.count
        ? Label.follows(nil, label) : Label.follows(label, row < Label.count ? row : nil)
      if isAllowed { lanes[label] = transitions[row][label] }
    }
    return lanes
  }

  private mutating func update(_ sentence: TrainingSentence, _ path: [Int], by amount: Int32) {
    var previous = Label.count
    for (token, label) in path.enumerated() {
      for index in sentence.starts[token]..<sentence.starts[token + 1] {
        let feature = Int(sentence.features[Int(index)])
        weights[feature][label] &+= amount
        changes[feature][label] &+= Int64(amount) &* step
      }
      change(previous, label, by: amount)
      previous = label
    }
    change(Label.count + 1, previous, by: amount)
  }

  private mutating func change(_ row: Int, _ label: Int, by amount: Int32) {
    transitions[row][label] &+= amount
    transitionChanges[row][label] &+= Int64(amount) &* step
  }

  /// The averages of all steps, in thousandths.
  var averages: (weights: [[Int64]], transitions: [[Int64]]) {
    (
      zip(weights, changes).map { average($0, $1) },
      zip(transitions, transitionChanges).map { average($0, $1) }
    )
  }

  private func average(_ weights: SIMD16<Int32>, _ changes: SIMD16<Int64>) -> [Int64] {
    (0..<Label.count).map { (Int64(weights[$0]) * step - changes[$0]) * 1000 / step }
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): numbers that look random and are the same on every run.
struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ value >> 31) % UInt64(bound))
  }
}
