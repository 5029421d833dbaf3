import Facts
import FoundationEssentials
import Text

/// An annotated document to learn from: its text with the names in it.
package struct TrainingText: Sendable {
  let text: TokenizedText
  let names: [TaggedName]

  /// - Parameter names: byte ranges; names that begin or end inside a token are widened to it.
  init(_ text: TokenizedText, names: [(span: Span, kind: EntityKind)]) {
    self.text = text
    var found: [TaggedName] = []
    var next = 0
    for name in names.sorted(by: { $0.span < $1.span }) {
      while next < text.tokens.count, text.tokens[next].span.end <= name.span.start { next += 1 }
      var end = next
      while end < text.tokens.count, text.tokens[end].span.start < name.span.end { end += 1 }
      guard end > next else { continue }
      found.append(TaggedName(tokens: next..<end, kind: name.kind))
      next = end
    }
    self.names = found
  }

  /// The documents of a file: JSON Lines with text and entities, or a column file.
  ///
  /// - Throws: `TrainingProblem` at the first line that is neither.
  package static func documents(_ contents: String, file: String) throws(TrainingProblem)
    -> [TrainingText]
  {
    contents.hasPrefix("{")
      ? try jsonLines(contents, file: file) : try columns(contents, file: file)
  }

  private struct Record: Decodable {
    struct Entity: Decodable {
      var start: Int
      var end: Int
      var kind: String
    }
    var text: String
    var entities: [Entity]
  }

  /// Entities are ranges of code points; those of other kinds are left out.
  private static func jsonLines(_ contents: String, file: String) throws(TrainingProblem)
    -> [TrainingText]
  {
    var documents: [TrainingText] = []
    for (number, line) in contents.split(separator: "\n").enumerated() {
      guard let record = try? JSONDecoder().decode(Record.self, from: Data(line.utf8)) else {
        throw TrainingProblem(file, number + 1, "not a document with a text and entities")
      }
      var offsets: [Int] = []
      var byte = 0
      for scalar in record.text.unicodeScalars {
        offsets.append(byte)
        byte += UTF8.width(scalar)
      }
      offsets.append(byte)
      let names = record.entities.compactMap { entity -> (span: Span, kind: EntityKind)? in
        guard let kind = EntityKind(rawValue: entity.kind), entity.start < entity.end,
          entity.start >= 0, entity.end < offsets.count
        else { return nil }
        return (Span(offsets[entity.start], offsets[entity.end]), kind)
      }
      documents.append(TrainingText(TokenizedText(record.text), names: names))
    }
    return documents
  }

  /// Lines of a token and its tag (B-person, I-person, O), sentences between empty lines.
  private static func columns(_ contents: String, file: String) throws(TrainingProblem)
    -> [TrainingText]
  {
    var documents: [TrainingText] = []
    var sentence = ColumnSentence()
    let lines = contents.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      guard !line.isEmpty else {
        if let document = sentence.document { documents.append(document) }
        sentence = ColumnSentence()
        continue
      }
      guard let tab = line.lastIndex(of: "\t"),
        sentence.append(line[..<tab], tag: line[line.index(after: tab)...])
      else {
        throw TrainingProblem(
          file, number + 1, "not a token, a tab and a tag (B-person, I-place, O)")
      }
    }
    if let document = sentence.document { documents.append(document) }
    return documents
  }
}

/// A sentence of a column file while it is read.
private struct ColumnSentence {
  private var text = ""
  private var names: [(span: Span, kind: EntityKind)] = []
  private var open: EntityKind?

  var document: TrainingText? {
    text.isEmpty ? nil : TrainingText(TokenizedText(text), names: names)
  }

  /// False for a tag that is none.
  mutating func append(_ token: Substring, tag: Substring) -> Bool {
    if let last = text.unicodeScalars.last, let first = token.unicodeScalars.first,
      !(Self.isHan(last) && Self.isHan(first))
    {
      text += " "
    }
    let start = text.utf8.count
    text += token
    guard tag != "O" else {
      open = nil
      return true
    }
    guard let kind = EntityKind(rawValue: String(tag.dropFirst(2))) else { return false }
    if tag.hasPrefix("I-"), open == kind, let last = names.indices.last {
      names[last].span.end = text.utf8.count
    } else {
      names.append((Span(start, text.utf8.count), kind))
    }
    open = kind
    return true
  }

  /// Between Han characters and their punctuation there are no blanks.
  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3000...0x9FFF).contains(scalar.value) || (0xFF00...0xFFEF).contains(scalar.value)
  }
}

/// A line of training data that cannot be read.
package struct TrainingProblem: Error, CustomStringConvertible {
  package let description: String

  init(_ file: String, _ line: Int, _ message: String) {
    description = "\(file):\(line): \(message)"
  }
}
