import FoundationEssentials
public import Grammar
import Loading
public import Reading
import Store

/// `annals annotate`: JSON Lines in, JSON Lines out, one for one, without any state.
public struct Annotator: Sendable {
  private let readers: Readers
  private let mode: ReadingMode

  /// - Parameter mode: which anchor a bare date takes: the publication day or the last mention.
  public init(_ packs: [LanguagePack], mode: ReadingMode = .news) {
    readers = Readers(packs)
    self.mode = mode
  }

  private struct Record: Decodable {
    var id: String
    var text: String
    var lang: String?
    var published: String?
    var title: String?
    var source: String?
    var url: String?
  }

  private struct Identified: Decodable { var id: String? }

  /// The output line of one input line; a bad one gives `{"id": …, "error": …}`.
  public func annotate(_ line: [UInt8]) -> Annotation {
    guard line.count <= Self.longestLine else {
      return failure(nil, "the line is longer than \(Self.longestLine) bytes")
    }
    let bytes = Data(line)
    do {
      let record = try JSONDecoder().decode(Record.self, from: bytes)
      return Annotation(line: try annotation(of: record).description, isError: false)
    } catch let problem as Problem {
      return failure(identity(in: bytes), problem.oneLine)
    } catch {
      return failure(identity(in: bytes), "not a record with an id and a text")
    }
  }

  /// Bytes; a longer record is refused.
  public static let longestLine = 10_000_000

  private func identity(in bytes: Data) -> String? {
    (try? JSONDecoder().decode(Identified.self, from: bytes))?.id
  }

  /// The output line of one input line with all that a session needs to take it as it is.
  public func annotateWhole(_ line: [UInt8]) -> Annotation {
    switch readers.prepare(
      FileLoader.load(record: line, name: "line"), LoadOrder(paths: []), known: [])
    {
    case .document(let new, _):
      let document = new.document
      let facts = FactsJSON(text: document.text).annotation(
        id: document.name, language: document.language, publication: document.publication,
        reading: new.reading)
      let contract = facts.description.dropLast()
      return Annotation(line: "\(contract), \(AnnotatedRecord(new).members)}", isError: false)
    case .rejected(_, let reason): return failure(identity(in: Data(line)), reason)
    case .problem(let problem): return failure(identity(in: Data(line)), problem.oneLine)
    case .known: return failure(identity(in: Data(line)), "it is known")
    }
  }

  /// The output lines of all lines that `next` gives, in their order, worked out on all cores.
  ///
  /// - Parameters:
  ///   - next: called on another thread; nil at the end.
  ///   - each: takes some lines at a time.
  public func annotateAll(
    isWhole: Bool, _ next: @escaping @Sendable () -> [UInt8]?, _ each: ([Annotation]) -> Void
  ) {
    let pipeline = Pipeline(pieces: 256) { (line: [UInt8]) in
      [isWhole ? annotateWhole(line) : annotate(line)]
    }
    pipeline.start { give in
      while let line = next(), line.isEmpty || give(line, line.count, false) {}
    }
    while let batch = pipeline.next(unless: { false }) { each(batch.items) }
  }

  private func failure(_ id: String?, _ message: String) -> Annotation {
    let line = JSON.object([("id", .optional(id)), ("error", .string(message))]).description
    return Annotation(line: line, isError: true)
  }

  private func annotation(of record: Record) throws(Problem) -> JSON {
    let language = record.lang ?? LanguageDetector.language(of: record.text) ?? "und"
    let reader = try readers.reader(for: language)
    let text = reader?.tokenized(record.text) ?? TokenizedText(record.text)
    let noise = reader?.noise(in: text) ?? []
    let publication = try publication(of: record, noise, reader)
    let reading =
      reader?.read(
        text, noise: noise, published: publication.day, mode: mode)
      ?? Facts.Reading(sentences: text.sentenceSpans)
    return FactsJSON(text: record.text).annotation(
      id: record.id, language: language, publication: publication, reading: reading)
  }

  private func publication(of record: Record, _ noise: [Noise], _ reader: Reader?) throws(Problem)
    -> Publication
  {
    if let given = record.published {
      guard let day = CalendarDate(String(given.prefix(10))) else {
        throw Problem("published is not a date as 2024-10-02: \(given)")
      }
      return Publication(day: day, origin: .given)
    }
    let url = record.url ?? Provenance(noise, in: record.text)?.url
    let found = PublicationDate.find(url: url, text: record.text)
    guard mode == .news, found.origin != .text, let day = reader?.dateline(of: record.text) else {
      return found
    }
    return Publication(day: day, origin: .text)
  }
}
