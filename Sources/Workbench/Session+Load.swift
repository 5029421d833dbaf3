import Loading
import Reading
import Store

/// Reading articles into the session: files in parallel, one writer, a batch at a time.
extension Session {
  /// The version of the rules; readings made by another are made anew.
  static let rules = "2026.11"
  /// Files that are read before they are stored together.
  private static let batch = 64

  /// Loads what the order names; whole documents are kept even if it is cancelled.
  ///
  /// - Throws: `Problem` if a path does not exist or holds nothing that can be read.
  func loadDocuments(_ order: LoadOrder) throws -> LoadReport {
    var report = LoadReport()
    for path in order.paths {
      if path == "-" {
        let bytes = StandardInput.read(atMost: FileLoader.largestFile)
        try store(FileLoader.load(bytes, name: "standard-input"), order, &report)
        continue
      }
      let found: SourceFiles
      do { found = try SourceFiles(at: files.reading(path)) } catch let error as LoadingProblem {
        throw Problem(error.summary, at: path, hint: error.hint)
      }
      for item in found.rejected { report.add(rejected: item.name, reason: item.reason) }
      try load(found.files, order, &report)
      if report.isCancelled { break }
    }
    return report
  }

  private func load(_ files: [SourceFile], _ order: LoadOrder, _ report: inout LoadReport) throws {
    var start = 0
    while start < files.count {
      if isCancelled() {
        report.isCancelled = true
        return
      }
      let end = min(start + Self.batch, files.count)
      let results = Parallel.map(Array(files[start..<end])) { FileLoader.load($0) }
      try store(results.flatMap { $0 }, order, &report)
      start = end
      progress(end, files.count, "files")
    }
  }

  private func store(_ results: [LoadResult], _ order: LoadOrder, _ report: inout LoadReport) throws
  {
    for chunk in results.chunks(of: Self.batch) {
      let prepared = try read(chunk, order)
      try self.store.transaction {
        for item in prepared { try store(item, order, &report) }
      }
      if isCancelled() {
        report.isCancelled = true
        return
      }
    }
  }

  private enum Prepared: Sendable {
    case document(NewDocument, repairs: [String])
    case rejected(name: String, reason: String)
    case problem(Problem)
  }

  /// Reads loaded texts on all cores.
  private func read(_ results: [LoadResult], _ order: LoadOrder) throws -> [Prepared] {
    let readers = self.readers
    let prepared = Parallel.map(results) { result -> Prepared in
      switch result {
      case .rejected(let name, let reason): return .rejected(name: name, reason: reason)
      case .loaded(let loaded):
        let document = Document(loaded, order)
        do throws(Problem) {
          return try .document(readers.read(document), repairs: loaded.repairs)
        } catch { return .problem(error) }
      }
    }
    for case .problem(let problem) in prepared { throw problem }
    return prepared
  }

  private func store(_ item: Prepared, _ order: LoadOrder, _ report: inout LoadReport) throws {
    switch item {
    case .problem(let problem): throw problem
    case .rejected(let name, let reason): report.add(rejected: name, reason: reason)
    case .document(var new, let repairs):
      let known = try store.documentID(sha256: new.document.sha256)
      if let known, let record = try store.record(known) {
        report.add(known: DocumentRow(record), name: new.document.name)
        return
      }
      new.document.name = try unusedName(new.document.name)
      let id = try store.insert(new)
      if let tag = order.tag { try store.addTag(tag, to: Target(.document, id)) }
      guard let record = try store.record(id) else { return }
      report.add(loaded: DocumentRow(record), repairs: repairs)
    }
  }

  /// The name, with `~2` and so on behind it if another document has it.
  func unusedName(_ name: String) throws -> String {
    var candidate = name
    var number = 2
    while try store.documentID(named: candidate) != nil {
      candidate = "\(name)~\(number)"
      number += 1
    }
    return candidate
  }
}

extension Document {
  /// A loaded text with what the analyst said of it in place of what was found.
  fileprivate init(_ loaded: LoadedDocument, _ order: LoadOrder) {
    let given = order.published.map { Publication(day: $0, origin: .given) }
    self.init(
      name: loaded.name, title: loaded.title, source: order.source ?? loaded.source,
      url: loaded.url, language: order.language ?? loaded.language ?? "und",
      publication: given ?? loaded.publication, sha256: loaded.sha256, text: loaded.text)
  }
}

extension Readers {
  /// A document with all that its language's rules find in it.
  ///
  /// - Throws: `Problem` if the language's pack is broken or missing.
  func read(_ document: Document) throws(Problem) -> NewDocument {
    var document = document
    guard let reader = try reader(for: document.language) else {
      let sentences = TokenizedText(document.text).sentenceSpans
      return NewDocument(
        document, reading: Facts.Reading(sentences: sentences), rules: Session.rules)
    }
    let isOpen = document.publication.day == nil || document.publication.origin == .url
    document.take(
      reader.noise(in: document.text),
      dateline: isOpen ? reader.dateline(of: document.text) : nil)
    let reading = reader.read(
      document.text, noise: document.noise, published: document.publication.day, mode: .news)
    return NewDocument(
      document, reading: reading, rules: Session.rules,
      searchText: SearchText.index(document.text))
  }
}

extension Array {
  /// The elements in pieces of `size`, the last one shorter.
  fileprivate func chunks(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
