/// What `load` was asked for.
public struct LoadOrder: Sendable {
  /// Files or folders; `-` is standard input.
  public var paths: [String]
  public var published: CalendarDate?
  public var language: String?
  public var source: String?
  public var tag: String?
  /// Whether names, times, quotes and events are found now; else `reread` does so later.
  public var isRead: Bool
  /// Whether the files hold readings already, as `annotate --whole` writes them.
  public var isAnnotated: Bool
  /// For names of fields that annals knows the names that columns of tables have.
  public var columns: [String: String] = [:]

  /// Fields of a record that a column can be.
  public static let fields = ["author", "date", "id", "lang", "source", "text", "title", "url"]

  public init(
    paths: [String], published: CalendarDate? = nil, language: String? = nil,
    source: String? = nil, tag: String? = nil, isRead: Bool = true, isAnnotated: Bool = false
  ) {
    self.isAnnotated = isAnnotated
    self.isRead = isRead
    self.paths = paths
    self.published = published
    self.language = language
    self.source = source
    self.tag = tag
  }
}

/// What became of each file or record of a load.
public struct LoadReport: Sendable {
  public struct Item: Sendable {
    public let document: DocumentRow?
    public let name: String
    /// `loaded`, `already here`, `rejected: why`; repairs are told behind it.
    public let outcome: String
  }

  public private(set) var items: [Item] = []
  public private(set) var loaded = 0
  public private(set) var known = 0
  public private(set) var rejected = 0
  /// Outcomes that are listed one by one; of more than these only the number is told.
  public static let longest = 20_000
  /// Outcomes that are not listed.
  public private(set) var unlisted = 0
  /// The analyst stopped it; what is listed was kept.
  public var isCancelled = false

  mutating func add(loaded document: DocumentRow, repairs: [String]) {
    loaded += 1
    let outcome = (["loaded"] + repairs).joined(separator: ", ")
    add(Item(document: document, name: document.name, outcome: outcome))
  }

  mutating func add(known document: DocumentRow, name: String) {
    known += 1
    add(Item(document: document, name: name, outcome: "already here"))
  }

  mutating func add(rejected name: String, reason: String) {
    rejected += 1
    add(Item(document: nil, name: name, outcome: "rejected: " + reason))
  }

  private mutating func add(_ item: Item) {
    if items.count < Self.longest { items.append(item) } else { unlisted += 1 }
  }

  /// What is wrong if nothing at all could be read.
  var problem: Problem? {
    guard loaded == 0, known == 0, let first = items.first else { return nil }
    let others = rejected > 1 ? ", and \(rejected - 1) more" : ""
    return Problem("nothing was loaded: \(first.name) is \(first.outcome)\(others)")
  }

  /// One line: `12 documents loaded, 1 already here, 0 rejected`.
  public var summary: String {
    let counts =
      "\(counted(loaded, "document")) loaded, \(known) already here, \(rejected) rejected"
    if unlisted > 0 { return "\(counts); the last \(unlisted) are not listed" + ending }
    return counts + ending
  }

  private var ending: String {
    isCancelled ? "; interrupted, what is listed was kept" : ""
  }
}
