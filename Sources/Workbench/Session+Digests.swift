import Grammar
import Loading
import Names
import Store

/// Digests that tell whether rules or inputs have changed.
extension Session {
  /// Digits of a digest that are shown: 48 bits.
  private static let shown = 12

  /// What a replay in this session rests on.
  public func stamp() throws -> Notebook.Stamp {
    let documents = try store.documents(in: Scope()).map(\.sha256).sorted()
    return Notebook.Stamp(
      rules: try catalog.rulesDigest(), inputs: Self.digest(documents.joined(separator: "\n")))
  }

  /// The digest that seals an entry of the journal.
  static func seal(_ text: String) -> String { SHA256.hex(Array(text.utf8)) }

  static func digest(_ text: String) -> String {
    String(SHA256.hex(Array(text.utf8)).prefix(shown))
  }
}

extension Catalog {
  /// Digest of the rules' version, the table of entities and every file of the language packs.
  ///
  /// - Throws: `Problem` if a pack cannot be read.
  public func rulesDigest() throws(Problem) -> String {
    let entities = EntityTable.installed.map { SHA256.hex(Array($0.bytes)) }
    var parts = [Session.rules, entities ?? ""]
    for pack in packs.sorted(by: { $0.code < $1.code }) {
      do {
        for file in try pack.contents() {
          parts += [pack.code, file.name, SHA256.hex(file.bytes)]
        }
      } catch {
        throw Problem(error.description, hint: "install annals with its language packs")
      }
    }
    return Session.digest(parts.joined(separator: "\u{1F}"))
  }
}

extension Replay {
  /// Why a replay differs from what was recorded.
  public enum Cause: String, Sendable {
    case input = "INPUT changed"
    case rules = "RULES changed"
    case output = "OUTPUT changed"
    case error = "ERROR"
  }

  /// Tells inputs, rules and outputs apart by the notebook's stamp; nil if all is as recorded.
  ///
  /// Without a stamp the outputs are to blame.
  public func cause(of results: [Result]) throws -> (cause: Cause, detail: String)? {
    guard let first = results.first(where: { !$0.isAsRecorded }) else { return nil }
    let new = results.first { $0.problem != nil && !$0.isExpected }
    guard let recorded = notebook.stamp else {
      return (new == nil ? .output : .error, "no stamp; annals update records one")
    }
    let now = try session.stamp()
    if results.count == notebook.steps.count || first.problem == nil, now.inputs != recorded.inputs
    {
      return (.input, "inputs \(recorded.inputs) → \(now.inputs)")
    }
    if now.rules != recorded.rules { return (.rules, "rules \(recorded.rules) → \(now.rules)") }
    return (new == nil ? .output : .error, "same inputs, same rules")
  }
}
