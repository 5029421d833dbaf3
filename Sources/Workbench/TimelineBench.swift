import Analysis
import FoundationEssentials

/// Measures timelines against human ones by the protocol of Timeline17.
///
/// A topic is a folder with `docs.jsonl` and `set.json`, whose tasks name the span, the number of
/// dates, the sentences of each date, keywords, and the human timeline.
public struct TimelineBench {
  /// A human timeline with what a system is told of it.
  struct Task: Decodable {
    let task: String
    let from: String
    let to: String
    let dates: Int
    let sentences: Int
    let keywords: [String]
    let timeline: [String: [String]]
  }

  private struct Description: Decodable {
    let lang: String
    let tasks: [Task]
  }

  /// A timeline as the scorers read it, with its score.
  public struct Result: Sendable {
    let task: String
    let gold: Int
    let score: TimelineScore
    public let json: JSON
  }

  private let session: Session
  private let tasks: [Task]
  private let tokens: RougeTokens

  /// Loads a topic's articles into a session of its own.
  ///
  /// - Throws: `Problem` if the folder is no topic.
  public init(_ folder: String, stopWords: String?, catalog: Catalog) throws {
    guard let data = FileManager.default.contents(atPath: folder + "/set.json"),
      let description = try? JSONDecoder().decode(Description.self, from: data)
    else {
      throw Problem("no topic in \(folder)", at: folder, hint: "it has docs.jsonl and set.json")
    }
    guard FileManager.default.fileExists(atPath: folder + "/docs.jsonl") else {
      throw Problem(
        "no docs.jsonl in \(folder)", at: folder, hint: "unpack it: xz -dk docs.jsonl.xz")
    }
    let words = stopWords.flatMap { FileManager.default.contents(atPath: $0) } ?? Data()
    let stop = String(decoding: words, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    tokens = RougeTokens(language: description.lang, stopWords: Set(stop.map(String.init)))
    tasks = description.tasks
    session = try Session.inMemory(catalog: catalog, files: .open(from: Self.absolute(folder)))
    try session.run("load docs.jsonl")
  }

  private static func absolute(_ folder: String) -> String {
    folder.hasPrefix("/") ? folder : FileManager.default.currentDirectoryPath + "/" + folder
  }

  /// The standard setting: span, number of dates and of sentences, and keywords are told.
  public func standard() throws -> [Result] {
    try tasks.map { task in
      let json = try timeline(
        "--from \(task.from) --to \(task.to) --top \(task.dates) --sentences \(task.sentences)",
        task)
      return result(json, task)
    }
  }

  /// Nothing told but the keywords: the share of days that any human has, and each task's score.
  public func nothingTold(top: Int) throws -> (precision: Double, results: [Result]) {
    guard let first = tasks.first else { return (0, []) }
    let json = try timeline("--top \(top)", first)
    let days = Set(Self.sentences(of: json).keys)
    let human = Set(tasks.flatMap { $0.timeline.keys.compactMap(CalendarDate.init) })
    return (TimelineScore.dates(days, human).precision, tasks.map { result(json, $0) })
  }

  private func timeline(_ options: String, _ task: Task) throws -> JSON {
    let about = task.keywords.map(Words.quoted).joined(separator: " ")
    return try session.run("timeline \(options) --format json --about \(about)").output.jsonValue
  }

  private func result(_ json: JSON, _ task: Task) -> Result {
    var gold: TimelineScore.Sentences = [:]
    for (day, sentences) in task.timeline {
      if let day = CalendarDate(day) { gold[day] = sentences }
    }
    return Result(
      task: task.task, gold: gold.count,
      score: TimelineScore(Self.sentences(of: json), against: gold, tokens),
      json: ["task": .string(task.task), "timeline": json])
  }

  /// The days of a timeline's JSON with their sentences; what has no day is left out.
  private static func sentences(of json: JSON) -> TimelineScore.Sentences {
    guard case .array(let dates) = json else { return [:] }
    var sentences: TimelineScore.Sentences = [:]
    for date in dates {
      guard case .string(let text)? = date["date"], let day = CalendarDate(text),
        case .array(let entries)? = date["entries"]
      else { continue }
      for entry in entries {
        if case .string(let text)? = entry["text"] { sentences[day, default: []].append(text) }
      }
    }
    return sentences
  }
}

extension JSON {
  /// The value of an object's key.
  public subscript(key: String) -> JSON? {
    guard case .object(let pairs) = self else { return nil }
    return pairs.first { $0.key == key }?.value
  }
}

extension TimelineBench.Result {
  /// The task with its figures, as `bench` prints it.
  public var line: String {
    "\(task) | \(gold) dates | AR1 \(rounded(score.ar1.f1)) | AR2 \(rounded(score.ar2.f1)) | "
      + "Date-F1 \(rounded(score.dates.f1))"
  }
}

extension TimelineBench {
  /// F1 of the mean precision and the mean recall over the tasks, as published figures are made.
  public static func means(_ results: [Result]) -> String {
    let figures: [(String, KeyPath<TimelineScore, TimelineScore.Pair>)] = [
      ("AR1", \.ar1), ("AR2", \.ar2), ("Date-F1", \.dates),
    ]
    let means = figures.map { name, path in
      let pairs = results.map { $0.score[keyPath: path] }
      return "\(name) \(rounded(TimelineScore.Pair.mean(pairs).f1))"
    }
    return "\(results.count) tasks, " + means.joined(separator: ", ")
  }

  public static func mean(_ values: [Double]) -> String {
    rounded(values.reduce(0, +) / Double(max(1, values.count)))
  }
}

/// Four digits behind the point.
private func rounded(_ value: Double) -> String {
  guard value < 1 else { return "1.0000" }
  let digits = String(Int((value * 10_000).rounded()))
  return "0." + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}
