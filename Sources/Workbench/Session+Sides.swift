public import Analysis
import Reading
import Store

/// The sides of a comparison and what their documents say.
extension Session {
  /// The documents that a side of a comparison names: `doc:ID`, `source:NAME`, `lang:hi`,
  /// `from..to`, a set `$name`, an entity or a document.
  ///
  /// - Throws: `Problem` if it is none of these, or names no document.
  public func side(_ name: String) throws -> Side {
    let scope = try sideScope(name)
    let documents = try documents(scope)
    guard !documents.isEmpty else { throw Problem("\(name) has no documents", at: name) }
    return Side(name: name, documents: try sideDocuments(documents))
  }

  /// What a side stands for; it decides what is worth comparing.
  public enum SideSubject: Sendable {
    case entity(EntityRow)
    case period
    case documents
  }

  /// - Throws: `Problem` if the name is none of a side.
  public func sideSubject(_ name: String) throws -> SideSubject {
    if isPeriod(name) { return .period }
    let scope = try sideScope(name)
    guard scope.documents == nil, scope.about.count == 1, let id = scope.about.first else {
      return .documents
    }
    return .entity(try entity(Handle(.entity, id).description))
  }

  /// Documents of a side that stand for all of it where it has very many.
  public struct SideSample: Sendable {
    public let documents: [DocumentRow]
    /// Documents that the side has.
    public let count: Int
  }

  /// The documents of a side, without what they say.
  ///
  /// - Throws: `Problem` if the name is none of a side, or names no document.
  public func sample(ofSide name: String, most: Int) throws -> SideSample {
    let sample = try store.sample(of: try sideScope(name), most: most)
    guard sample.count > 0 else { throw Problem("\(name) has no documents", at: name) }
    return SideSample(documents: sample.documents.map(DocumentRow.init), count: sample.count)
  }

  /// How many documents of each side mention an entity or tell a kind of event.
  public func leaningCounts(_ sides: [[DocumentRow]]) throws -> [Leaning.Count] {
    var names: [Int: (name: String, documents: [Int])] = [:]
    var kinds: [String: [Int]] = [:]
    for (index, rows) in sides.enumerated() {
      var scope = Scope()
      scope.documents = rows.map(\.id)
      let none = sides.map { _ in 0 }
      for total in try store.totals(in: scope) {
        names[total.entity, default: (total.name, none)].documents[index] = total.documents
      }
      for row in try store.eventKinds(in: scope) {
        kinds[row.kind, default: none][index] = row.documents
      }
    }
    return names.sorted { $0.key < $1.key }.map {
      Leaning.Count(kind: "name", fact: $0.value.name, documents: $0.value.documents)
    }
      + kinds.sorted { $0.key < $1.key }.map {
        Leaning.Count(kind: "event kind", fact: $0.key, documents: $0.value)
      }
  }

  /// Sides of more documents are not compared number by number.
  private static let mostTexts = 300

  private func sideScope(_ name: String) throws -> Scope {
    if let set = try setScope(name) { return set }
    var scope = Scope()
    let value = String(name.drop { $0 != ":" }.dropFirst())
    if name.hasPrefix("doc:") {
      scope.documents = [try (documentRow(named: value) ?? documentRow(value)).id]
    } else if name.hasPrefix("source:") {
      scope.sources = [value]
    } else if name.hasPrefix("lang:") {
      scope.languages = [value]
    } else if isPeriod(name) {
      (scope.from, scope.until) = try period(name)
    } else if let document = try document(ofSide: name) {
      scope.documents = [document]
    } else if name.contains(",") {
      scope.documents = try name.split(separator: ",").map { try documentRow(String($0)).id }
    } else {
      scope.about = [try entity(name).id]
    }
    return scope
  }

  private func isPeriod(_ name: String) -> Bool {
    name.contains("..") && !["doc:", "source:", "$"].contains { name.hasPrefix($0) }
  }

  private func document(ofSide name: String) throws -> Int? {
    if let handle = Handle(name), handle.kind == .document {
      return try store.record(handle.number)?.id
    }
    return try store.documentID(named: name)
  }

  private func period(_ name: String) throws -> (CalendarDate?, CalendarDate?) {
    let ends = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 3, ends[1].isEmpty else { throw noPeriod(name) }
    let from = DayBound(argument: ends[0])
    let until = DayBound(argument: ends[2])
    guard from != nil || ends[0].isEmpty, until != nil || ends[2].isEmpty else {
      throw noPeriod(name)
    }
    return (from?.first, until?.last)
  }

  private func noPeriod(_ name: String) -> Problem {
    Problem("\(name) is no period", at: name, hint: "write it as 2024-07..2024-10", kind: .usage)
  }

  private func sideDocuments(_ rows: [DocumentRow]) throws -> [SideDocument] {
    var scope = Scope()
    scope.documents = rows.map(\.id)
    let names = EntityNames(store)
    let texts = Texts(store)
    let events = Dictionary(grouping: try reports(scope), by: \.documentID)
    let times = Dictionary(grouping: try store.times(in: scope), by: \.document)
    let mentions = Dictionary(grouping: try store.mentions(in: scope), by: \.document)
    let quotes = Dictionary(grouping: try self.quotes(scope), by: \.document.id)
    let isFew = rows.count <= Self.mostTexts
    return try rows.map { row in
      let sentences = try store.sentences(of: row.id)
      let states = { (fact: String, span: Span) throws -> SideDocument.Statement in
        let sentence = sentences.first { $0.overlaps(span) } ?? span
        return SideDocument.Statement(
          fact: fact, sentence: try texts.text(of: sentence, in: row.id), span: span)
      }
      let named = (mentions[row.id] ?? []).map(\.value)
      let dated = (times[row.id] ?? []).map(\.value).filter {
        $0.days.earliest != nil && !$0.edtf.isEmpty
      }
      return SideDocument(
        name: row.name, published: row.publication.day, events: events[row.id] ?? [],
        dates: try dated.map { try states($0.edtf, $0.span) },
        participants: try named.filter { $0.kind != .place }.map {
          try states(names.shown($0.name), $0.span)
        },
        places: try named.filter { $0.kind == .place }.map {
          try states(names.shown($0.name), $0.span)
        },
        quotes: try (quotes[row.id] ?? []).filter { $0.speaker != nil }.map {
          try states("\($0.speaker ?? ""): \($0.quote.text)", $0.quote.span)
        },
        text: isFew
          ? try statedText(
            row, sentences: sentences, times: (times[row.id] ?? []).map(\.value),
            mentions: named.map { ($0, names.shown($0.name)) })
          : nil)
    }
  }

  private func statedText(
    _ row: DocumentRow, sentences: [Span], times: [TimeExpression],
    mentions: [(mention: Mention, shown: String)]
  ) throws -> StatedText {
    let document = try store.document(row.id)
    let text = document?.text ?? ""
    let noise = document?.noise.map(\.span) ?? []
    let reader = try readers.reader(for: row.language)
    let quantities = reader?.quantities(in: text, taken: times.map(\.span) + noise) ?? []
    return StatedText(
      text, language: row.language, published: row.publication.day, sentences: sentences,
      times: times, quantities: quantities,
      names: mentions.map {
        StatedText.Name(span: $0.mention.span, shown: $0.shown, kind: $0.mention.kind)
      },
      negators: reader?.negators ?? [],
      functionWords: Set((reader?.functionWords ?? []).map { Folding.key($0) }),
      fates: reader?.fates ?? [:])
  }
}
