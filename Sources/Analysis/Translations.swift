import Glibc
import Names
import Text

/// What a document and its translation have in common: names, dates, numbers, and its layout.
public struct TranslationTraces: Sendable {
  let language: String
  /// Keys of numbers in digits, parts of dates, names of entities, and words in Latin letters.
  let anchors: Set<UInt64>
  /// How its names sound (`Skeleton`); where a script has no capitals, how its words do.
  let sounds: Set<UInt64>
  let hasCapitals: Bool
  /// Code points of each line that is not empty.
  let lines: [Int]
  let marks: [Int]

  /// - Parameters:
  ///   - dates: TIMEX3 values.
  ///   - names: names that entities are shown by, the same in all languages.
  public init(_ text: String, language: String, dates: [String], names: [String]) {
    self.language = language
    var anchors: Set<UInt64> = []
    var sounds: Set<UInt64> = []
    var cased = 0
    let tokens = TokenizedText(text)
    let words = tokens.tokens.filter { $0.kind == .word }
    for token in words where token.script == .latin || token.script == .cyrillic {
      if token.isCapitalized { cased += 1 }
    }
    hasCapitals = cased > 0 && cased * 40 > words.count
    for token in tokens.tokens {
      if token.kind == .number || token.script == .latin && token.span.count > 1 {
        anchors.insert(token.key)
      }
      guard token.kind == .word, token.isCapitalized || !hasCapitals, token.span.count > 3 else {
        continue
      }
      guard token.script != .han, let sound = Sound(tokens.string(token.span)) else { continue }
      for skeleton in Skeleton.all(sound).prefix(1) where skeleton.utf8.count > 2 {
        sounds.insert(Folding.key(skeleton))
      }
    }
    for date in dates {
      for part in date.split(separator: "-") where !part.contains("X") {
        anchors.insert(Folding.key("date \(part)"))
      }
    }
    for name in names { anchors.insert(Folding.key("name " + name)) }
    self.anchors = anchors
    self.sounds = sounds
    lines = text.split(separator: "\n").map(\.unicodeScalars.count)
    marks = Self.marks(text)
  }

  /// Questions, exclamations, quotation marks, ends of sentences, commas.
  private static func marks(_ text: String) -> [Int] {
    var marks = [0, 0, 0, 0, 0]
    for scalar in text.unicodeScalars {
      switch scalar {
      case "?", "？", "؟": marks[0] += 1
      case "!", "！": marks[1] += 1
      case "\"", "“", "”", "«", "»", "「", "」", "„": marks[2] += 1
      case ".", "。", "।": marks[3] += 1
      case ",", "，", "、", "،": marks[4] += 1
      default: break
      }
    }
    marks[3] += marks[0] + marks[1]
    return marks
  }

  var length: Int { lines.reduce(0, +) }

  /// From 0 to 1: how well lengths and marks agree.
  ///
  /// - Parameter ratio: how much longer texts in this one's language are than in the other's.
  func layout(_ other: TranslationTraces, ratio: Double) -> Double {
    let stretch = Double(length + 8) / (Double(other.length) * ratio + 8)
    let lengthLikeness = exp(-4 * abs(log(stretch)))
    var likeness = lengthLikeness
    if lines.count == other.lines.count, lines.count > 1 {
      let total = Double(length) / Double(max(1, other.length))
      var deviation = 0.0
      var weight = 0.0
      for (x, y) in zip(lines, other.lines) {
        let share = Double(x) + Double(y) * total
        deviation += share * abs(log((Double(x) + 4) / (Double(y) * total + 4)))
        weight += share
      }
      let spread = deviation / max(1, weight)
      let sureness = Double(lines.count) / Double(lines.count + 1)
      likeness = exp(-3 * spread) * sureness + lengthLikeness * (1 - sureness)
    } else if lines.count != other.lines.count {
      likeness *= 0.5
    }
    let distance = zip(marks, other.marks).reduce(0.0) { sum, pair in
      sum + Double(abs(pair.0 - pair.1)) / Double(pair.0 + pair.1 + 2)
    }
    return 0.65 * likeness + 0.35 * max(0, 1 - distance)
  }
}

/// Finds which documents are translations of one another.
///
/// Traces weigh by how few documents have them. Pairs are looked at that share a trace; in small
/// sets all.
public struct Translations: Sendable {
  public struct Pair: Sendable {
    /// By the order in which they were given.
    public let a: Int
    public let b: Int
    /// From 0 to 1.
    public let score: Double
  }

  /// The best partner of each document in each other language, best first.
  public let pairs: [Pair]

  /// With more pairs of documents than this, only those that share a rare trace are looked at.
  private static let fewPairs = 300_000
  private static let rarest = 40

  public init(_ traces: [TranslationTraces], least: Double) {
    let weights = Weights(traces)
    let candidates = Self.candidates(traces)
    let common = candidates.map { weights.common(traces[$0.0], traces[$0.1], $0.0, $0.1) }
    let ratios = Self.ratios(traces, candidates, common)
    let scores = zip(candidates, common).map { pair, common -> Double in
      let (a, b) = (traces[pair.0], traces[pair.1])
      let ratio = ratios["\(a.language) \(b.language)"] ?? 1
      return 0.75 * common + 0.25 * a.layout(b, ratio: ratio)
    }
    let hubness = Hubness(traces, candidates, scores)
    var best: [String: (margin: Double, score: Double, a: Int, b: Int)] = [:]
    for ((a, b), score) in zip(candidates, scores) where score >= least {
      let margin = 2 * score - hubness.level(a, b) - hubness.level(b, a)
      for key in [Hubness.Key(a, traces[b].language), Hubness.Key(b, traces[a].language)]
      where margin > best[key.text]?.margin ?? -.infinity {
        best[key.text] = (margin, score, a, b)
      }
    }
    var seen: Set<[Int]> = []
    pairs = best.values.filter { seen.insert([$0.a, $0.b]).inserted }
      .map { Pair(a: $0.a, b: $0.b, score: $0.score) }
      .sorted { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }
  }

  /// How near a document is to those of another language in general: the mean of its best scores.
  ///
  /// What is near to everything is no translation of all (cross-domain similarity local scaling,
  /// Conneau and others 2018).
  private struct Hubness {
    struct Key {
      let text: String
      init(_ document: Int, _ language: String) { text = "\(document) \(language)" }
    }

    private static let neighbours = 4
    private let traces: [TranslationTraces]
    private var levels: [String: Double] = [:]

    init(_ traces: [TranslationTraces], _ candidates: [(Int, Int)], _ scores: [Double]) {
      self.traces = traces
      var nearest: [String: [Double]] = [:]
      for ((a, b), score) in zip(candidates, scores) {
        for key in [Key(a, traces[b].language), Key(b, traces[a].language)] {
          Self.keep(score, in: &nearest[key.text, default: []])
        }
      }
      levels = nearest.mapValues { $0.reduce(0, +) / Double(Self.neighbours) }
    }

    private static func keep(_ score: Double, in best: inout [Double]) {
      if best.count == neighbours, let last = best.last, score <= last { return }
      best.insert(score, at: best.firstIndex { $0 < score } ?? best.count)
      if best.count > neighbours { best.removeLast() }
    }

    /// The level of a document among those of another's language.
    func level(_ document: Int, _ other: Int) -> Double {
      levels[Key(document, traces[other].language).text] ?? 0
    }
  }

  /// For two languages the median ratio of lengths of the pairs that share most.
  private static func ratios(
    _ traces: [TranslationTraces], _ candidates: [(Int, Int)], _ common: [Double]
  ) -> [String: Double] {
    var found: [String: [(common: Double, ratio: Double)]] = [:]
    for ((a, b), common) in zip(candidates, common) where common > sure {
      let ratio = Double(traces[a].length + 1) / Double(traces[b].length + 1)
      found["\(traces[a].language) \(traces[b].language)", default: []].append((common, ratio))
    }
    return found.mapValues { pairs in
      let sorted = pairs.map(\.ratio).sorted()
      return sorted[sorted.count / 2]
    }
  }

  /// Pairs with more in common than this are taken to be translations when lengths are compared.
  private static let sure = 0.35

  private static func candidates(_ traces: [TranslationTraces]) -> [(Int, Int)] {
    if traces.count * traces.count / 2 <= fewPairs {
      return traces.indices.flatMap { a in
        traces.indices[(a + 1)...].filter { traces[$0].language != traces[a].language }
          .map { (a, $0) }
      }
    }
    var places: [UInt64: [Int]] = [:]
    for (index, trace) in traces.enumerated() {
      for key in trace.anchors.union(trace.sounds) { places[key, default: []].append(index) }
    }
    var found: Set<[Int]> = []
    for documents in places.values where documents.count <= rarest {
      for (position, a) in documents.enumerated() {
        for b in documents[(position + 1)...] where traces[a].language != traces[b].language {
          found.insert([a, b])
        }
      }
    }
    return found.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { ($0[0], $0[1]) }
  }

  /// How telling each trace is: the logarithm of documents over those that have it.
  private struct Weights {
    let count: Double
    private var frequency: [UInt64: Int] = [:]
    private var sums: [(anchors: Double, sounds: Double)] = []

    init(_ traces: [TranslationTraces]) {
      count = Double(traces.count)
      for trace in traces {
        for key in trace.anchors { frequency[key, default: 0] += 1 }
        for key in trace.sounds where !trace.anchors.contains(key) {
          frequency[key, default: 0] += 1
        }
      }
      sums = traces.map { (anchors: sum($0.anchors), sounds: sum($0.sounds)) }
    }

    /// Sums in order of the keys, so that it is the same every time.
    private func sum(_ keys: Set<UInt64>) -> Double {
      keys.sorted().reduce(0) { $0 + log(1 + count / Double(max(1, frequency[$1] ?? 1))) }
    }

    /// From 0 to 1: how much of their traces two documents share.
    func common(_ a: TranslationTraces, _ b: TranslationTraces, _ i: Int, _ j: Int) -> Double {
      let anchors =
        sum(a.anchors.intersection(b.anchors)) / (4 + min(sums[i].anchors, sums[j].anchors))
      let named = a.hasCapitals ? sums[i].sounds : sums[j].sounds
      let sounds = sum(a.sounds.intersection(b.sounds)) / (8 + named)
      return 0.53 * anchors + 0.47 * sounds
    }
  }
}
