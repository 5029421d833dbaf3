import Facts
import Text

/// Links numbers and dates of two texts that are told in other words.
///
/// Reports of one story share most of their words, so that few shared words prove little. A
/// contradiction is claimed only where the two values are each other's best match, count the same
/// (people with the same fate), stand beside the same names, on days that agree, and where neither
/// text has the other's value too.
struct FactLinks {
  private let a: StatedText
  private let b: StatedText
  private(set) var findings: [Finding] = []

  /// Of a sentence that lists more numbers of one measure it is not known which is meant.
  private static let fewAlike = 2

  /// - Parameter rewording: what is settled already, as the texts are word for word the same there.
  init(_ rewording: Rewording) {
    (a, b) = (rewording.a, rewording.b)
    let (allA, allB) = (rewording.factsA, rewording.factsB)
    let left = allA.filter { !rewording.settledA.contains($0.index) }
    var right = allB.filter { !rewording.settledB.contains($0.index) }
    var open: [StatedFact] = []
    for x in left {
      guard let (index, verdict) = agreement(x, right) else {
        open.append(x)
        continue
      }
      findings.append(Finding(verdict, x.value, right[index].value))
      right.remove(at: index)
    }
    // What both texts say is no contradiction; but people of whom one text tells 40 and 50 and the
    // other 40 only are told of differently.
    let openA = open.filter { x in !allB.contains { x.says($0) } }
    let openB = right.filter { y in !allA.contains { $0.says(y) } }
    oppose(openA, openB + allB.filter { y in y.fate.code != nil && !openB.contains(y) })
    oppose(allA.filter { x in x.fate.code != nil && !openA.contains(x) }, openB)
  }

  /// The value that says the same of the same thing.
  private func agreement(_ x: StatedFact, _ others: [StatedFact]) -> (Int, Verdict)? {
    var best: (index: Int, verdict: Verdict, score: Int)?
    for (index, y) in others.enumerated() {
      guard let verdict = x.relation(to: y), verdict != .conflict, x.fate.agrees(with: y.fate)
      else { continue }
      let shared = x.context.intersection(y.context).count
      let together = shared + (x.counted.isDisjoint(with: y.counted) ? 0 : 2)
      let isExact = verdict == .same
      let isOfOneThing =
        switch verdict {
        case .same: together >= 1 || x.isDistinctive
        case .finer: together >= 2
        default: closeness(x, y) != nil
        }
      let score = together + (isExact ? 100 : 0)
      if isOfOneThing, score > best?.score ?? 0 { best = (index, verdict, score) }
    }
    return best.map { ($0.index, $0.verdict) }
  }

  /// Values that are each other's best match among those that contradict.
  private mutating func oppose(_ left: [StatedFact], _ right: [StatedFact]) {
    let scores = left.map { x in
      right.map { y in x.relation(to: y) == .conflict ? closeness(x, y) : nil }
    }
    for (i, x) in left.enumerated() {
      guard let j = Self.best(scores[i]), let score = scores[i][j],
        Self.best(scores.map { $0[j] }) == i || scores.allSatisfy({ $0[j] ?? 0 <= score })
      else { continue }
      let verdict: Verdict = isLater(x.value, right[j].value) ? .update : .conflict
      findings.append(Finding(verdict, x.value, right[j].value))
    }
  }

  private static func best(_ scores: [Int?]) -> Int? {
    scores.indices.max { (scores[$0] ?? -1, -$0) < (scores[$1] ?? -1, -$1) }
      .flatMap { scores[$0] == nil ? nil : $0 }
  }

  /// How strongly two different values are of one thing; nil if they are not.
  private func closeness(_ x: StatedFact, _ y: StatedFact) -> Int? {
    guard x.isBesideNames(of: y), x.isOnDays(of: y, a, b) else { return nil }
    let shared = x.context.intersection(y.context).count
    let near = x.near.intersection(y.near).count
    let fewest = min(x.context.count, y.context.count)
    let isOfOneThing: Bool =
      switch (x.value, y.value) {
      case (.number(let p), .number(let q)):
        x.measures(p, as: y, q) && x.isOfOneSize(as: y)
          && isShared(x, y, shared: shared, near: near, of: fewest)
      default:
        x.isOnly && y.isOnly && near > 0 && shared >= 4 && shared * 2 >= fewest
      }
    return isOfOneThing ? shared + 2 * near : nil
  }

  /// People with the same fate need fewer shared words than what is only counted or measured.
  private func isShared(_ x: StatedFact, _ y: StatedFact, shared: Int, near: Int, of fewest: Int)
    -> Bool
  {
    if x.fate.code != nil { return shared >= 2 && shared * 6 >= fewest }
    if max(x.alike, y.alike) > Self.fewAlike { return false }
    return shared >= 3 && (near > 1 && shared * 3 >= fewest || near > 0 && shared * 2 >= fewest)
  }

  /// A count that grows with the day of publication is news, not contradiction.
  private func isLater(_ x: StatedText.Value, _ y: StatedText.Value) -> Bool {
    guard case .number(let p) = x, case .number(let q) = y, p.isCount, q.isCount,
      let here = a.published, let there = b.published, here != there
    else { return false }
    return (here < there) == (p.value < q.value)
  }
}
