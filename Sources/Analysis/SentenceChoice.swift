import Dates

/// Chooses the sentences that stand for a date.
///
/// Candidates are the sentences that name the date and the first sentences of articles published
/// about then; those count that are near the words that both have in common ("PM-mean"). Of them
/// the ones are taken whose sum comes closest to the centroid of all ("centroid-opt"); both after
/// Gholipour Ghalandari and Ifrim (ACL 2020).
struct SentenceChoice {
  struct Candidate {
    let sentence: SentencePlace
    let vector: WordVector
    /// It names the date itself; else its article was published about then.
    let namesDate: Bool
    /// Fit to be shown: on the topic and of a length that can be read at a glance.
    let isShown: Bool
  }

  /// Sentences nearer than this say the same.
  static let sameness: Float = 0.85

  private let vocabulary: Int

  init(vocabulary: Int) { self.vocabulary = vocabulary }

  /// At most `count` candidates, best first.
  func choose(_ count: Int, of all: [Candidate]) -> [Candidate] {
    let near = nearCommonWords(all)
    var centroid = [Float](repeating: 0, count: vocabulary)
    for candidate in near { candidate.vector.add(to: &centroid) }
    return closest(to: centroid, count, of: near.filter(\.isShown))
  }

  /// Those above the knee of likeness to the words that both kinds of candidates share.
  private func nearCommonWords(_ all: [Candidate]) -> [Candidate] {
    let naming = all.filter(\.namesDate)
    let published = all.filter { !$0.namesDate }
    guard !naming.isEmpty, !published.isEmpty else { return all }
    let common = zip(mean(of: naming), mean(of: published)).map { $0 > 0 && $1 > 0 ? $0 + $1 : 0 }
    let scores = all.map { $0.vector.dot(common) }
    let falling = scores.sorted(by: >).map { Double($0) }
    guard let knee = Knee.index(of: falling) else { return all }
    return zip(all, scores).filter { Double($1) >= falling[knee] }.map(\.0)
  }

  private func mean(of candidates: [Candidate]) -> [Float] {
    var sum = [Float](repeating: 0, count: vocabulary)
    for candidate in candidates {
      candidate.vector.add(to: &sum, times: 1 / Float(candidates.count))
    }
    return sum
  }

  private func closest(to centroid: [Float], _ count: Int, of candidates: [Candidate])
    -> [Candidate]
  {
    let pull = candidates.map { $0.vector.dot(centroid) }
    var overlap = [Float](repeating: 0, count: candidates.count)
    var isOpen = [Bool](repeating: true, count: candidates.count)
    var chosen: [Candidate] = []
    var (sum, squared) = (Float(0), Float(0))
    while chosen.count < count {
      var best: (score: Float, index: Int)?
      for index in candidates.indices where isOpen[index] {
        let length = (squared + 2 * overlap[index] + 1).squareRoot()
        let score = length > 0 ? (sum + pull[index]) / length : 0
        if score > (best?.score ?? -1) + 1e-6 { best = (score, index) }
      }
      guard let best else { break }
      let pick = candidates[best.index]
      isOpen[best.index] = false
      if chosen.contains(where: { $0.vector.dot(pick.vector) > Self.sameness }) { continue }
      squared += 2 * overlap[best.index] + 1
      sum += pull[best.index]
      chosen.append(pick)
      for index in candidates.indices where isOpen[index] {
        overlap[index] += candidates[index].vector.dot(pick.vector)
      }
    }
    return chosen
  }
}
