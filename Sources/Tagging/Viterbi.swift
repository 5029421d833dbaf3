/// Finds the best path of labels through a sentence (Viterbi 1967).
struct Viterbi {
  typealias Lanes = SIMD16<Int32>

  /// Weight of label j behind label i; behind them the row of the sentence's start.
  private let transitions: [Lanes]
  /// Weight of each label before label i.
  private let arrivals: [Lanes]
  private let ending: Lanes

  init(transitions: [Lanes], ending: Lanes) {
    self.transitions = transitions
    self.ending = ending
    arrivals = (0..<Label.count).map { label in
      var lanes = ending
      for before in 0..<Label.count { lanes[before] = transitions[before][label] }
      return lanes
    }
  }

  /// - Parameter scores: of each label at each token.
  func path(_ scores: [Lanes]) -> [Int] {
    guard !scores.isEmpty else { return [] }
    var came = [SIMD16<UInt8>](repeating: SIMD16(), count: scores.count)
    var best = scores[0] &+ transitions[Label.count]
    for token in scores.indices.dropFirst() {
      var next = best[0] &+ transitions[0]
      var from = Lanes()
      for label in 1..<Label.count {
        let candidate = best[label] &+ transitions[label]
        let isBetter = candidate .> next
        next.replace(with: candidate, where: isBetter)
        from.replace(with: Lanes(repeating: Int32(label)), where: isBetter)
      }
      came[token] = SIMD16<UInt8>(truncatingIfNeeded: from)
      best = next &+ scores[token]
    }
    best &+= ending
    var label = (0..<Label.count).reduce(0) { best[$1] > best[$0] ? $1 : $0 }
    var path = [Int](repeating: label, count: scores.count)
    for token in scores.indices.reversed().dropLast() {
      label = Int(came[token][label])
      path[token - 1] = label
    }
    return path
  }

  /// The score of the best path that has each label at each token.
  func marginals(_ scores: [Lanes]) -> [Lanes] {
    guard !scores.isEmpty else { return [] }
    var forward = scores
    forward[0] &+= transitions[Label.count]
    for token in scores.indices.dropFirst() {
      var next = forward[token - 1][0] &+ transitions[0]
      for label in 1..<Label.count {
        next = pointwiseMax(next, forward[token - 1][label] &+ transitions[label])
      }
      forward[token] &+= next
    }
    var backward = ending
    for token in scores.indices.reversed() {
      forward[token] &+= backward
      guard token > 0 else { break }
      let onward = backward &+ scores[token]
      backward = arrivals[0] &+ onward[0]
      for label in 1..<Label.count {
        backward = pointwiseMax(backward, arrivals[label] &+ onward[label])
      }
    }
    return forward
  }
}
