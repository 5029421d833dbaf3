import Analysis
import Workbench

/// Lays documents, sources, languages or periods side by side, fact by fact and word by word.
struct Compare: Command {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compare sides: facts with verdicts, words, names, actors")
  static let keepsSets = true
  static let effects: Set<Effect> = [.writesFiles]
  static let writingWords: Set<String>? = ["--to"]
  static let searchTerms = ["difference", "contradiction", "तुलना", "сравнить", "比较", "so sánh"]
  static let examples = [
    Example(
      "What does only one of the two articles tell?", "compare d1 d2 --facts --kind event",
      prints: """
        event | only | consult: Xi Jinping, व्लादिमीर पुतिन | – | 2024-07 meet @ अस्ताना
        event | only | hold: शंघाई सहयोग संगठन | – | 2024-07 summit @ अस्ताना
        event | only | consult: Xi Jinping | 2024-10 planned visit @ Kazan | –
        """),
    Example(
      "What have two people to do with each other?", "compare \"Xi Jinping\" Peskov",
      prints: """
        mentions | – | all | 2 in 2 documents | 1 in 1 document
        together | – | named in one document | 1 of 2 documents | 1 of 1 document
        attention | – | by day, 2024-10-03 | █ | █
        event kind | only | consult | 2 reports | –
        """),
    Example(
      "What came up after the summer?", "compare 2024-07..2024-09 2024-10..2024-12 --names",
      prints: "2024-07..2024-09 has no documents"),
  ]

  @Argument(help: "Sides: d1, source:NAME, lang:hi, 2024-07..2024-09, an entity") var sides:
    [String] = []
  @Flag(help: "The facts, each with a verdict") var facts = false
  @Flag(help: "The words that set two sides apart") var words = false
  @Flag(help: "Names and kinds of events that one of two sides has more; of periods, what rose")
  var names = false
  @Flag(help: "Two entities: seen together, attention, events, quotes of each other")
  var actors = false
  @Flag(help: "Only facts that the sides tell differently") var conflicts = false
  @Option(help: "Only this kind: event, number, date, participant, place or quote")
  var kind: String?
  @Option(help: ArgumentHelp("Words, names or quotes of each side", valueName: "number"))
  var top: Int = 10
  @Option(help: "Order words by ratio (conservative log ratio), g2 or odds")
  var measure: KeynessMeasure = .ratio
  @Option(help: ArgumentHelp("Write a page that stands alone", valueName: "file.html"))
  var to: String?
  @Option(
    name: .customLong("lang"), parsing: .upToNextOption,
    help: ArgumentHelp("Languages as sides, where none are named", valueName: "code"))
  var languages: [String] = []
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  /// Words and names of larger sides are counted in so many of their documents.
  private static let sampleSize = 3000
  /// Facts are compared between sides of at most so many documents.
  private static let mostWithFacts = 1000

  func validate() throws {
    guard top > 0 else { throw ValidationError("--top begins at 1") }
  }

  func run(in session: Session) throws -> Output {
    let names = sides.isEmpty ? languages.map { "lang:" + $0 } : sides
    guard names.count > 1 else {
      throw Problem("compare needs two sides", hint: "compare lang:hi lang:en", kind: .usage)
    }
    var answer = ComparisonAnswer(sides: names)
    let subjects = try names.map { try session.sideSubject($0) }
    let parts = asked ?? Self.parts(of: subjects)
    if parts.contains(.actors) { answer.actors = try actorRows(subjects, session) }
    if parts != [.actors] { try compareDocuments(parts, subjects, &answer, session) }
    guard let to else {
      return .table(
        FactsOutput.columns(names), answer.cells, notes: answer.notes, heads: 3,
        json: try answer.json(session))
    }
    return try answer.report(to: to, session)
  }

  private enum Part { case facts, words, names, actors }

  /// The parts that are asked for; nil if none is.
  private var asked: Set<Part>? {
    var parts: Set<Part> = []
    if facts || conflicts || kind != nil { parts.insert(.facts) }
    if words { parts.insert(.words) }
    if self.names { parts.insert(.names) }
    if actors { parts.insert(.actors) }
    return parts.isEmpty ? nil : parts
  }

  /// What is worth comparing: of two entities their dealings, of two periods what rose and fell.
  private static func parts(of subjects: [Session.SideSubject]) -> Set<Part> {
    if case .entity = subjects[0], case .entity = subjects[1], subjects.count == 2 {
      return [.actors]
    }
    if case .period = subjects[0], case .period = subjects[1], subjects.count == 2 {
      return [.names, .words]
    }
    return [.facts, .words]
  }

  private func actorRows(_ subjects: [Session.SideSubject], _ session: Session) throws -> ActorRows
  {
    guard subjects.count == 2, case .entity(let first) = subjects[0],
      case .entity(let second) = subjects[1]
    else {
      throw Problem("--actors compares two entities", hint: "compare E1 E2", kind: .usage)
    }
    guard first.id != second.id else {
      throw Problem("\(sides[1]) is \(first.name) too", at: sides[1], kind: .usage)
    }
    return ActorRows(try session.actorPair(first, second, limit: top))
  }

  private func compareDocuments(
    _ parts: Set<Part>, _ subjects: [Session.SideSubject], _ answer: inout ComparisonAnswer,
    _ session: Session
  ) throws {
    let samples = try answer.sides.map {
      try session.sample(ofSide: $0, most: Self.sampleSize)
    }
    var parts = parts
    if let large = samples.firstIndex(where: { $0.count > Self.mostWithFacts }),
      parts.contains(.facts)
    {
      let problem = Self.tooMany(answer.sides[large], samples[large].count)
      guard asked == nil else { throw problem }
      answer.notes.append("no facts: \(problem.summary)")
      parts = [.names, .words]
    }
    if parts.contains(.facts) {
      answer.rows = Comparison(try answer.sides.map { try session.side($0) }).rows.filter(isWanted)
    }
    guard !parts.isDisjoint(with: [.names, .words]), samples.count == 2 else { return }
    answer.notes +=
      samples.contains { $0.count > $0.documents.count } ? [Self.estimate(samples)] : []
    answer.sizes = samples.map(\.documents.count)
    if parts.contains(.names) {
      var arePeriods = false
      if case .period = subjects[0], case .period = subjects[1] { arePeriods = true }
      let counts = try session.leaningCounts(samples.map(\.documents))
      answer.leaning = LeaningRows(
        Leaning(counts, sizes: answer.sizes, top: top), of: answer.sides, sizes: answer.sizes,
        arePeriods: arePeriods)
    }
    if parts.contains(.words) { answer.terms = try keyness(samples, session).terms }
  }

  private static func tooMany(_ side: String, _ count: Int) -> Problem {
    Problem(
      "\(side) has \(count) documents, more than \(mostWithFacts)", at: side,
      hint: "compare smaller sides: let a = docs --source NAME --from 2024-10 --until 2024-10")
  }

  private static func estimate(_ samples: [Session.SideSample]) -> String {
    let told = samples.map { "\($0.documents.count) of \($0.count)" }
    return "estimated from \(told.joined(separator: " and ")) documents"
  }

  private func isWanted(_ row: FactRow) -> Bool {
    guard kind == nil || row.kind == kind else { return false }
    return !conflicts || [.conflict, .update, .rounding, .unit].contains(row.verdict)
  }

  private func keyness(_ samples: [Session.SideSample], _ session: Session) throws -> Keyness {
    let rows = samples.map(\.documents)
    return Keyness(
      try session.articles(rows[0]), try session.articles(rows[1]),
      emptyWords: try session.emptyWords(Set(rows.joined().map(\.language))), top: top,
      by: measure)
  }
}
