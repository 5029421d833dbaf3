import Analysis
public import Store

/// Two documents of which one copies the other, or both a third.
public struct CopyRow: Sendable {
  /// The one published first, else the one loaded first.
  public let first: DocumentRow
  public let second: DocumentRow
  public let containment: Double
  /// Stretches of the two texts that are the same but for some words.
  public let passages: [(first: Span, second: Span)]
}

/// What copies what in a scope.
public struct CopyList: Sendable {
  /// Pairs with their passages; none if there are more than were asked for.
  public let pairs: [CopyRow]
  public let pairCount: Int
  /// Documents that copy one another, directly or through others: the first published first, the
  /// largest group first.
  public let groups: [[DocumentRow]]
}

extension Session {
  /// The documents of a scope that share at least `least` of the shorter one's wording.
  ///
  /// - Parameter most: pairs that are aligned; where there are more, there are only groups.
  public func copies(_ scope: Scope = Scope(), least: Double, most: Int = .max) throws -> CopyList {
    let rows = try documents(scope)
    let copies = try shingled(rows)
    var groups = CopyGroups(count: rows.count)
    var pairs: [Copies.Pair] = []
    var count = 0
    copies.eachPair(least: least) { pair in
      groups.join(pair.a, pair.b)
      count += 1
      if count <= most { pairs.append(pair) }
    }
    let isFew = count <= most
    return CopyList(
      pairs: isFew
        ? try pairs.sorted { ($0.a, $0.b) < ($1.a, $1.b) }.map { pair in
          try copyRow(rows[pair.a], rows[pair.b], pair.containment)
        } : [],
      pairCount: count, groups: groups.groups().map { $0.map { rows[$0] }.sorted(by: isFirst) })
  }

  private func isFirst(_ a: DocumentRow, _ b: DocumentRow) -> Bool {
    (a.publication.day?.dayNumber ?? .max, a.id) < (b.publication.day?.dayNumber ?? .max, b.id)
  }

  private func shingled(_ rows: [DocumentRow]) throws -> Copies {
    var copies = Copies()
    for start in stride(from: 0, to: rows.count, by: 512) {
      guard !isCancelled() else { throw Problem.interrupted }
      progress(start, rows.count, "documents")
      let texts = try rows[start..<min(start + 512, rows.count)].map {
        try article(of: $0.id)
      }
      for shingles in Parallel.map(texts, { $0.words.shingles }) { copies.add(shingles) }
    }
    return copies
  }

  private func copyRow(_ a: DocumentRow, _ b: DocumentRow, _ containment: Double) throws -> CopyRow
  {
    let isTurned = (b.publication.day?.dayNumber ?? .max) < (a.publication.day?.dayNumber ?? .max)
    let (first, second) = isTurned ? (b, a) : (a, b)
    let (left, right) = try (article(of: first.id).words, article(of: second.id).words)
    let passages = WordAlignment(left.keys, right.keys).passages().map { run in
      (left.span(of: run.a), right.span(of: run.b))
    }
    return CopyRow(first: first, second: second, containment: containment, passages: passages)
  }

  private func article(of id: Int) throws -> Article {
    let document = try store.document(id)
    return Article(text: document?.text ?? "", noise: document?.noise.map(\.span) ?? [])
  }
}

/// A text without what a web page left around it.
private struct Article: Sendable {
  let text: String
  let noise: [Span]

  var words: WordSequence { WordSequence(text, skipping: noise) }
}

extension WordSequence {
  /// From the first word of a range to its last.
  func span(of words: Range<Int>) -> Span {
    guard let first = words.first, let last = words.last else { return Span(0, 0) }
    return Span(spans[first].start, spans[last].end)
  }
}
