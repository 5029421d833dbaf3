import Glibc
import Loading
import Reading
import Store

/// What became of a document, ready to be stored.
enum Prepared: Sendable {
  case document(NewDocument, repairs: [String])
  /// It is here already, with the same bytes.
  case known(sha256: String, name: String)
  case rejected(name: String, reason: String)
  case problem(Problem)
}

/// Loading articles into the session: files are read in parallel, one writer stores them, a batch
/// at a time.
extension Session {
  /// The version of the rules; readings made by another are made anew.
  static let rules = "2026.11"
  /// The mark of a document that was loaded without being read.
  static let unread = "unread"

  /// Loads what the order names; whole documents are kept even if it is cancelled.
  ///
  /// - Throws: `Problem` if a path does not exist or holds nothing that can be read.
  func loadDocuments(_ order: LoadOrder) throws -> LoadReport {
    var report = LoadReport()
    var found: [SourceFile] = []
    var takesInput = false
    for path in order.paths {
      if path == "-" {
        takesInput = true
        continue
      }
      let here: SourceFiles
      do { here = try SourceFiles(at: files.reading(path)) } catch let error as LoadingProblem {
        throw Problem(error.summary, at: path, hint: error.hint)
      }
      // A pattern may lead through a link that its own path does not show.
      for file in here.files { _ = try files.reading(file.path) }
      for item in here.rejected { report.add(rejected: item.name, reason: item.reason) }
      found += here.files
    }
    try store.bulk(bytes: found.reduce(0) { $0 + $1.size }) {
      try load(found, input: takesInput, order, &report)
    }
    // Ctrl-C is answered at once: the names are linked before the next command.
    if report.isCancelled { try leaveUnlinked() }
    if report.loaded > 0, !report.isCancelled { try resolve() }
    return report
  }

  private func load(
    _ files: [SourceFile], input: Bool, _ order: LoadOrder, _ report: inout LoadReport
  ) throws {
    let known = try store.documentHashes()
    let readers = self.readers
    let pieceReader = PieceReader(parsers: parsers)
    let pipeline = Pipeline { (piece: Piece) -> [Prepared] in
      guard !order.isAnnotated else { return AnnotatedRecord.documents(in: piece, known: known) }
      return pieceReader.read(piece).map { readers.prepare($0, order, known: known) }
    }
    let loader = FileLoader(parsers: parsers, columns: order.columns)
    pipeline.start { give in
      for file in files {
        var isNew = true
        var goesOn = true
        loader.pieces(of: file) { piece in
          goesOn = give(piece, piece.byteCount, isNew)
          isNew = false
          return goesOn
        }
        guard goesOn else { return }
      }
      guard input else { return }
      loader.pieces(of: STDIN_FILENO, name: "standard-input") { give($0, $0.byteCount, false) }
    }
    defer { pipeline.stop() }
    let total = files.reduce(0) { $0 + $1.size }
    while !isCancelled(), let batch = pipeline.next(unless: isCancelled) {
      try store.storing { writer in
        for item in batch.items where !isCancelled() { try store(item, order, &report, writer) }
      }
      progress(min(batch.bytes, total) >> 10, total >> 10, "KB, \(report.loaded) documents")
    }
    report.isCancelled = isCancelled()
  }

  private func store(
    _ item: Prepared, _ order: LoadOrder, _ report: inout LoadReport, _ writer: DocumentWriter
  ) throws {
    switch item {
    case .problem(let problem): throw problem
    case .rejected(let name, let reason): report.add(rejected: name, reason: reason)
    case .known(let sha256, let name):
      guard let id = try store.documentID(sha256: sha256), let record = try store.record(id) else {
        return report.add(rejected: name, reason: "its hash begins as another document's does")
      }
      report.add(known: DocumentRow(record), name: name)
    case .document(var new, let repairs):
      if let known = try store.documentID(sha256: new.document.sha256),
        let record = try store.record(known)
      {
        report.add(known: DocumentRow(record), name: new.document.name)
        return
      }
      new.document.name = try unusedName(new.document.name)
      let id = try writer.insert(new)
      if let tag = order.tag { try store.addTag(tag, to: Target(.document, id)) }
      report.add(loaded: DocumentRow(id, new.document), repairs: repairs)
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

extension DocumentRow {
  fileprivate init(_ id: Int, _ document: Document) {
    self.init(
      id: id, name: document.name, title: document.title, source: document.source,
      url: document.url, language: document.language, publication: document.publication,
      byteCount: document.text.utf8.count)
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
    author = loaded.author
    publishedIn = given == nil ? loaded.publishedIn : nil
  }
}

extension AnnotatedRecord {
  /// The documents of lines that `annotate --whole` wrote.
  fileprivate static func documents(in piece: Piece, known: Set<UInt64>) -> [Prepared] {
    if case .rejected(let name, let reason)? = piece.rejection {
      return [.rejected(name: name, reason: reason)]
    }
    return piece.lines.map { name, line in
      do throws(Problem) {
        let record = try AnnotatedRecord(line: line)
        let document = record.document
        return known.contains(SessionStore.shortHash(document.sha256))
          ? .known(sha256: document.sha256, name: document.name)
          : .document(record.new, repairs: [])
      } catch { return .rejected(name: name, reason: error.summary) }
    }
  }
}

extension Readers {
  /// A loaded text with all that is found in it, unless the session has it already.
  func prepare(_ result: LoadResult, _ order: LoadOrder, known: Set<UInt64>)
    -> Prepared
  {
    switch result {
    case .rejected(let name, let reason): return .rejected(name: name, reason: reason)
    case .loaded(let loaded):
      if known.contains(SessionStore.shortHash(loaded.sha256)) {
        return .known(sha256: loaded.sha256, name: loaded.name)
      }
      let document = Document(loaded, order)
      guard order.isRead else { return .document(unread(document), repairs: loaded.repairs) }
      do throws(Problem) {
        return .document(try read(document), repairs: loaded.repairs)
      } catch { return .problem(error) }
    }
  }

  /// A document that is stored and can be searched, but was not read by any rules.
  private func unread(_ document: Document) -> NewDocument {
    NewDocument(
      document, reading: Facts.Reading(), rules: Session.unread,
      searchText: SearchText.index(document.text))
  }

  /// A document with all that its language's rules find in it.
  ///
  /// - Throws: `Problem` if the language's pack is broken or missing.
  func read(_ document: Document) throws(Problem) -> NewDocument {
    var document = document
    guard let reader = try reader(for: document.language) else {
      let text = TokenizedText(document.text)
      return NewDocument(
        document, reading: Facts.Reading(sentences: text.sentenceSpans), rules: Session.rules,
        searchText: SearchText.index(text))
    }
    let text = reader.tokenized(document.text)
    let isOpen = document.publication.day == nil || document.publication.origin == .url
    document.take(
      reader.noise(in: text),
      dateline: isOpen ? reader.dateline(of: document.text) : nil)
    let reading = reader.read(
      text, noise: document.noise, published: document.publication.day, mode: .news)
    return NewDocument(
      document, reading: reading, rules: Session.rules, searchText: SearchText.index(text))
  }
}
