public import Dates

/// How near a timeline comes to a human one: Date-F1 and alignment-based ROUGE (align+ m:1).
///
/// Each date is aligned with the date of the other side that costs least in content and distance;
/// shared n-grams count 1 / (days apart + 1) (Martschat and Markert, EACL 2017).
public struct TimelineScore: Sendable {
  /// Days with their sentences.
  public typealias Sentences = [CalendarDate: [String]]

  /// Precision and recall.
  public struct Pair: Sendable {
    public var precision: Double
    public var recall: Double

    public var f1: Double {
      precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }

    /// The mean of each side, as published figures are made.
    public static func mean(_ pairs: [Pair]) -> Pair {
      let count = Double(max(1, pairs.count))
      return Pair(
        precision: pairs.reduce(0) { $0 + $1.precision } / count,
        recall: pairs.reduce(0) { $0 + $1.recall } / count)
    }
  }

  public let dates: Pair
  /// Unigrams and bigrams.
  public let ar1: Pair
  public let ar2: Pair

  public init(_ system: Sentences, against gold: Sentences, _ tokens: RougeTokens) {
    dates = Self.dates(Set(system.keys), Set(gold.keys))
    let alignment = Alignment(system, gold)
    let grams = { (sentences: Sentences, n: Int) in
      sentences.mapValues { tokens.grams(n, in: $0) }
    }
    ar1 = alignment.overlap(grams(system, 1), grams(gold, 1))
    ar2 = alignment.overlap(grams(system, 2), grams(gold, 2))
  }

  public static func dates(_ system: Set<CalendarDate>, _ gold: Set<CalendarDate>) -> Pair {
    let both = Double(system.intersection(gold).count)
    return Pair(
      precision: system.isEmpty ? 0 : both / Double(system.count),
      recall: gold.isEmpty ? 0 : both / Double(gold.count))
  }
}

/// Which date of the other side each date goes with.
private struct Alignment {
  private var ofSystem: [CalendarDate: CalendarDate] = [:]
  private var ofGold: [CalendarDate: CalendarDate] = [:]

  init(_ system: TimelineScore.Sentences, _ gold: TimelineScore.Sentences) {
    let systemBags = system.mapValues(RougeTokens.rawBag)
    let goldBags = gold.mapValues(RougeTokens.rawBag)
    let (systemDays, goldDays) = (system.keys.sorted(), gold.keys.sorted())
    var bestOfGold: [CalendarDate: Double] = [:]
    for a in systemDays {
      var best = Double.infinity
      for b in goldDays {
        let cost = Self.cost(a, b, systemBags[a] ?? [:], goldBags[b] ?? [:])
        if cost < best { (best, ofSystem[a]) = (cost, b) }
        if cost < bestOfGold[b] ?? .infinity { (bestOfGold[b], ofGold[b]) = (cost, a) }
      }
    }
  }

  private static func cost(
    _ a: CalendarDate, _ b: CalendarDate, _ bagA: [String: Int], _ bagB: [String: Int]
  ) -> Double {
    let days = abs(a.dayNumber - b.dayNumber)
    guard days > 0 else { return 0 }
    return (1 - 1 / Double(days + 1)) * (1 - likeness(bagA, bagB))
  }

  private static func likeness(_ a: [String: Int], _ b: [String: Int]) -> Double {
    let both = Double(a.reduce(0) { $0 + min($1.value, b[$1.key] ?? 0) })
    let (countA, countB) = (a.values.reduce(0, +), b.values.reduce(0, +))
    let pair = TimelineScore.Pair(
      precision: both / Double(max(1, countA)), recall: both / Double(max(1, countB)))
    return pair.f1
  }

  func overlap(
    _ system: [CalendarDate: [String: Int]], _ gold: [CalendarDate: [String: Int]]
  ) -> TimelineScore.Pair {
    let shared = { (a: CalendarDate, b: CalendarDate) -> Double in
      let grams = gold[b] ?? [:]
      let both = (system[a] ?? [:]).reduce(0) { $0 + min($1.value, grams[$1.key] ?? 0) }
      return Double(both) / Double(abs(a.dayNumber - b.dayNumber) + 1)
    }
    let total = { (grams: [CalendarDate: [String: Int]]) in
      Double(max(1, grams.values.reduce(0) { $0 + $1.values.reduce(0, +) }))
    }
    let precise = ofSystem.sorted { $0.key < $1.key }.reduce(0) { $0 + shared($1.key, $1.value) }
    let recalled = ofGold.sorted { $0.key < $1.key }.reduce(0) { $0 + shared($1.value, $1.key) }
    return TimelineScore.Pair(precision: precise / total(system), recall: recalled / total(gold))
  }
}
