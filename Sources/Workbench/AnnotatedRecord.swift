import FoundationEssentials
import Store

/// A document with its reading on one line, as `annotate --whole` writes it and
/// `load --annotated` takes it.
struct AnnotatedRecord: Codable {
  let document: Document
  let reading: Facts.Reading
  let rules: String

  init(_ new: NewDocument) {
    document = new.document
    reading = new.reading
    rules = new.rules
  }

  /// Reads a line; keys that are not its own are passed over.
  ///
  /// - Throws: `Problem` if it is none, or holds a span that its text does not have.
  init(line: some Sequence<UInt8>) throws(Problem) {
    do { self = try JSONDecoder().decode(Self.self, from: Data(line)) } catch {
      throw Problem("the line was not written by annotate --whole")
    }
    guard isTrue else { throw Problem("a fact of the line is not what stands in its text") }
  }

  /// The keys and values of its JSON without the braces around them.
  var members: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return "" }
    return String(decoding: data.dropFirst().dropLast(), as: UTF8.self)
  }

  /// The document as a load stores it.
  var new: NewDocument {
    NewDocument(
      document, reading: reading, rules: rules, searchText: SearchText.index(document.text))
  }

  /// Whether every fact stands where it says; a line may come from anybody.
  private var isTrue: Bool {
    let bytes = Array(document.text.utf8)
    let isIn = { (span: Span) in
      0 <= span.start && span.start <= span.end && span.end <= bytes.count
    }
    let states = { (span: Span, text: String) in
      isIn(span) && bytes[span.start..<span.end].elementsEqual(text.utf8)
    }
    let isHash = document.sha256.utf8.count == 64
    return isHash && reading.sentences.allSatisfy(isIn)
      && document.noise.allSatisfy { isIn($0.span) }
      && reading.mentions.allSatisfy { states($0.span, $0.text) && !$0.span.isEmpty }
      && reading.times.allSatisfy { states($0.span, $0.text) && !$0.span.isEmpty }
      && reading.events.allSatisfy {
        states($0.span, $0.text) && isIn($0.sentence) && $0.time.map(isIn) ?? true
          && $0.numbers.allSatisfy { states($0.span, $0.text) && !$0.span.isEmpty }
      }
      && reading.quotes.allSatisfy { quote in
        states(quote.span, quote.text)
          && ([quote.cue, quote.speaker].compactMap { $0 } + quote.via).allSatisfy {
            states($0.span, $0.text)
          }
      }
  }
}
