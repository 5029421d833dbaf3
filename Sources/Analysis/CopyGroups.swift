/// Puts documents that copy one another together, directly or through others.
public struct CopyGroups: Sendable {
  private var parents: [Int]

  public init(count: Int) { parents = Array(0..<count) }

  public mutating func join(_ a: Int, _ b: Int) {
    let (first, second) = (root(a), root(b))
    parents[max(first, second)] = min(first, second)
  }

  private mutating func root(_ document: Int) -> Int {
    var document = document
    while parents[document] != document {
      parents[document] = parents[parents[document]]
      document = parents[document]
    }
    return document
  }

  /// Groups of two documents or more, each ascending; the largest first, then by first document.
  public mutating func groups() -> [[Int]] {
    var members: [Int: [Int]] = [:]
    for document in parents.indices { members[root(document), default: []].append(document) }
    return members.values.filter { $0.count > 1 }.sorted {
      ($1.count, $0[0]) < ($0.count, $1[0])
    }
  }
}
