import Text

/// A statement as it is compared with others.
public struct ComparedQuote: Sendable {
  public let id: Int
  public let speaker: String
  public let language: String
  public let text: String
  /// Names, dates and numbers in it, in one form for all languages, without the speaker's.
  public let traces: Set<String>

  public init(id: Int, speaker: String, language: String, text: String, traces: Set<String> = []) {
    self.id = id
    self.speaker = speaker
    self.language = language
    self.text = text
    self.traces = traces
  }
}

/// One statement as several reports give it.
public struct QuoteVariants: Sendable {
  public enum Relation: String, Sendable {
    /// Word for word.
    case verbatim
    /// A part of the words, in one piece.
    case shortened
    /// Nearly the same words, but not the same.
    case altered
    /// Much the same in other words.
    case paraphrased
    /// In another language, with the same names, dates and numbers.
    case translated
  }

  public struct Variant: Sendable {
    public let first: Int
    public let other: Int
    public let relation: Relation
  }

  /// Every statement with the earlier one that it is most like, in order of the later one.
  public let variants: [Variant]

  /// Share of the shorter one's words that the longer one must have.
  private static let leastShared = 0.6
  private static let leastForAltered = 0.85
  private static let fewestWords = 4

  /// Compares what the same speaker says, in the order given: by words in one language, and by
  /// traces where there is no wording of it in that language.
  public init(_ quotes: [ComparedQuote]) {
    var wordings = Wordings()
    var traces = Traces()
    var variants: [Variant] = []
    for (number, quote) in quotes.enumerated() {
      let found = wordings.add(quote, number) ?? traces.likest(quote).map { ($0, .translated) }
      traces.add(quote, number)
      if let (other, relation) = found {
        variants.append(Variant(first: quotes[other].id, other: quote.id, relation: relation))
      }
    }
    self.variants = variants
  }

  /// Statements by the pairs of words in them.
  private struct Wordings {
    private var index: [String: [Int]] = [:]
    private var words: [[UInt64]] = []

    /// How many likely ones are compared word by word, and how many share a pair of words at most.
    private static let looks = 3
    private static let longestList = 200

    /// Keeps a statement, and gives the earlier one that it is a wording of.
    mutating func add(_ quote: ComparedQuote, _ number: Int) -> (Int, Relation)? {
      let keys = TokenizedText(quote.text).tokens.filter {
        $0.kind == .word || $0.kind == .number
      }.map(\.key)
      words.append(keys)
      guard keys.count >= QuoteVariants.fewestWords else { return nil }
      let pairs = Set(
        zip(keys, keys.dropFirst()).map { "\(quote.speaker)\t\(quote.language)\t\($0)\t\($1)" })
      var shared: [Int: Int] = [:]
      for pair in pairs { for other in index[pair] ?? [] { shared[other, default: 0] += 1 } }
      let best = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.looks)
      let words = words
      let found = best.lazy.compactMap { other, _ in
        QuoteVariants.relation(words[other], keys).map { (other, $0) }
      }.first
      for pair in pairs where (index[pair]?.count ?? 0) < Self.longestList {
        index[pair, default: []].append(number)
      }
      return found
    }
  }

  /// Statements by their names, dates and numbers.
  private struct Traces {
    private struct Entry {
      let number: Int
      let language: String
      let traces: Set<String>
    }
    private var bySpeaker: [String: [Entry]] = [:]

    /// How many traces two statements share at least; one less if a date is among them, as two
    /// countries are named in much of what a president says.
    private static let fewest = 3
    /// Share of all traces of two statements that both must have.
    private static let leastCommon = 0.5
    private static let longestList = 200

    mutating func add(_ quote: ComparedQuote, _ number: Int) {
      guard (bySpeaker[quote.speaker]?.count ?? 0) < Self.longestList else { return }
      bySpeaker[quote.speaker, default: []].append(
        Entry(number: number, language: quote.language, traces: quote.traces))
    }

    /// The earlier statement of the speaker in another language that has the most in common.
    func likest(_ quote: ComparedQuote) -> Int? {
      var best: (number: Int, share: Double)?
      for entry in bySpeaker[quote.speaker] ?? [] where entry.language != quote.language {
        let common = entry.traces.intersection(quote.traces)
        let share = Double(common.count) / Double(entry.traces.union(quote.traces).count)
        let hasDate = common.contains { $0.first?.isNumber == true }
        guard common.count >= Self.fewest - (hasDate ? 1 : 0), share >= Self.leastCommon,
          share > best?.share ?? 0
        else {
          continue
        }
        best = (entry.number, share)
      }
      return best?.number
    }
  }

  private static func relation(_ a: [UInt64], _ b: [UInt64]) -> Relation? {
    if a == b { return .verbatim }
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    if holds(long, short) { return .shortened }
    let common = Set(short).intersection(long).count
    let share = Double(common) / Double(Set(short).count)
    if share >= leastForAltered, short.count * 3 >= long.count * 2 { return .altered }
    return share >= leastShared ? .paraphrased : nil
  }

  private static func holds(_ long: [UInt64], _ short: [UInt64]) -> Bool {
    guard let first = short.first, short.count <= long.count else { return false }
    return (0...(long.count - short.count)).contains { start in
      long[start] == first && long[start..<(start + short.count)].elementsEqual(short)
    }
  }
}
