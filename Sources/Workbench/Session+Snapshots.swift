import FoundationEssentials
import Store

/// Snapshots of a session: kept beside it, shown, gone back to, and told apart.
extension Session {
  /// Kept before `restore`, so that nothing is lost by it.
  private static let safety = "before-restore"

  /// Keeps the session as it is now under a name; that of a session in memory is kept in memory.
  public func take(_ name: String) throws -> String {
    if try snapshots().contains(name) {
      throw Problem("there is a snapshot \(name)", at: name, hint: "choose another name")
    }
    try keepSnapshot(name)
    return "snapshot \(name) taken"
  }

  /// Names of the snapshots.
  public func snapshots() throws -> [String] {
    guard let folder = snapshotFolder else { return held.keys.sorted() }
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".session") }.map { String($0.dropLast(8)) }.sorted()
  }

  /// Makes the session what it was when the snapshot was taken.
  public func restore(_ name: String) throws -> String {
    let state = try copy(name)
    if name != Self.safety { try keepSnapshot(Self.safety) }
    try store.restore(from: state)
    revision += 1
    return "restored \(name); what was before is the snapshot \(Self.safety)"
  }

  /// What two states differ in: lines that only the one or the other has.
  ///
  /// - Parameter second: another snapshot; without it the session as it is now.
  public func difference(from first: String, to second: String?) throws -> Output {
    let before = try portrait(of: copy(first))
    let after = try second.map { try portrait(of: copy($0)) } ?? portrait(of: store)
    var left = before.reduce(into: [[String]: Int]()) { $0[$1, default: 0] += 1 }
    var added: [[String]] = []
    for line in after {
      if let count = left[line], count > 0 { left[line] = count - 1 } else { added.append(line) }
    }
    var removed: [[String]] = []
    for line in before where (left[line] ?? 0) > 0 {
      left[line] = (left[line] ?? 0) - 1
      removed.append(line)
    }
    let changes = removed.map { ["-"] + $0 } + added.map { ["+"] + $0 }
    let rows = changes.sorted { ($0[1], $0[2], $1[0]) < ($1[1], $1[2], $0[0]) }
    return .table(["change", "what", "is"], rows.map { $0.map { .text($0) } })
  }

  /// What a person sees of a session, a line a thing, without numbers that depend on the order.
  private func portrait(of store: SessionStore) throws -> [[String]] {
    var lines: [[String]] = []
    for record in try store.documents() {
      let row = DocumentRow(record)
      let facts = [row.name, row.language, row.publicationLabel, row.source ?? "", row.title ?? ""]
      lines.append(["document", facts.joined(separator: " | ")])
    }
    for entity in try store.entities() where !entity.cluster.isDropped {
      let names = Set(entity.cluster.members.map(\.name.text)).sorted().joined(separator: ", ")
      lines.append(["entity", "\(entity.name) | \(entity.kind.rawValue) | \(names)"])
    }
    lines += try store.decisions().map { ["decision", $0.label] }
    for event in try store.events().map(\.value) {
      let what = [event.kind, event.mode ?? "", event.status.rawValue, event.edtf, event.text]
      lines.append(["event", what.joined(separator: " | ")])
    }
    lines += try store.notes().map { ["note", "\(Handle($0.target)): \($0.text)"] }
    for (tag, targets) in try store.tags() {
      lines += targets.map { ["tag", "\(tag): \(Handle($0))"] }
    }
    return lines
  }

  private var snapshotFolder: String? { store.path.map { $0 + ".snapshots" } }

  /// Keeps a snapshot; an earlier one of that name gives way.
  private func keepSnapshot(_ name: String) throws {
    let path = try snapshotPath(name)
    guard let folder = snapshotFolder else {
      held[name] = try store.copy()
      return
    }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw Problem("cannot make the folder \(folder)") }
    try? FileManager.default.removeItem(atPath: path)
    try store.snapshot(to: path)
  }

  private func copy(_ name: String) throws -> SessionStore {
    let known = try snapshots()
    guard known.contains(name) else { throw Problem.unknown("snapshot", name, among: known) }
    if let state = held[name] { return state }
    return try SessionStore.copy(of: snapshotPath(name), searchText: SearchText.index)
  }

  private func snapshotPath(_ name: String) throws(Problem) -> String {
    guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/") else {
      throw Problem("\(name) is no name for a snapshot", at: name, kind: .usage)
    }
    return "\(snapshotFolder ?? "")/\(name).session"
  }
}

extension Decision {
  /// `merge Putin, पुतिन → Vladimir Putin`.
  var label: String {
    let names = names.map(\.text).joined(separator: ", ")
    return "\(kind.rawValue) \(names)" + (value.map { " → " + $0 } ?? "")
  }
}
