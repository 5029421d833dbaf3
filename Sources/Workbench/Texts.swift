import Store

/// Texts of documents as bytes, one kept at a time: rows come document by document.
final class Texts {
  private let store: SessionStore
  private var document = 0
  private var bytes: [UInt8] = []

  init(_ store: SessionStore) { self.store = store }

  /// The text of a span as it stands there.
  func bytes(of span: Span, in document: Int) throws -> String {
    try load(document)
    let end = max(0, min(span.end, bytes.count))
    guard span.start >= 0, span.start <= end else { return "" }
    return String(decoding: bytes[span.start..<end], as: UTF8.self)
  }

  /// The text of a span, on one line.
  func text(of span: Span, in document: Int) throws -> String {
    try load(document)
    let range = max(0, span.start)..<max(0, min(span.end, bytes.count))
    guard span.start <= range.upperBound else { return "" }
    return String(decoding: bytes[range], as: UTF8.self).onOneLine
  }

  private func load(_ id: Int) throws {
    guard id != document else { return }
    bytes = Array((try store.document(id)?.text ?? "").utf8)
    document = id
  }
}

/// Which agency or person the statement around a place came from first.
struct Roots {
  private var quotes: [Int: [(span: Span, root: String)]] = [:]

  init(_ store: SessionStore, _ documents: Set<Int>, _ names: EntityNames) throws {
    for via in try store.vias(in: documents.sorted()) {
      quotes[via.document, default: []].append((via.span, names.shown(via.name)))
    }
  }

  /// The outermost source of the shortest quote that holds `span`.
  func root(of span: Span, in document: Int) -> String? {
    quotes[document]?.filter { $0.span.contains(span) }.min { $0.span.count < $1.span.count }?.root
  }
}

extension String {
  /// The text with every run of blanks and line breaks as one blank.
  var onOneLine: String {
    split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }.joined(separator: " ")
  }
}
