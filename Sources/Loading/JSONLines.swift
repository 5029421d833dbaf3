import Facts
import FoundationEssentials

/// JSON Lines: one record a line with `text` and optionally `id`, `lang`, `published`, `title`,
/// `source`, `url`.
enum JSONLines: FileFormat {
  static func recognizes(_ head: ArraySlice<UInt8>) -> Bool {
    let start = head.drop { $0 <= 0x20 || $0 >= 0x80 }
    guard start.first == UInt8(ascii: "{") else { return false }
    return start.dropFirst().first { $0 > 0x20 } == UInt8(ascii: "\"")
  }

  static func documents(in bytes: [UInt8], name: String) -> [LoadResult] {
    var results: [LoadResult] = []
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var start = bytes.starts(with: mark) ? mark.count : 0
    var line = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      line += 1
      let record = bytes[start..<end]
      if record.contains(where: { $0 > 0x20 }) {
        results.append(document(in: record, name: "\(name):\(line)"))
      }
      start = end + 1
    }
    return results
  }

  /// - Parameter name: names the record if it has no id.
  private static func document(in record: ArraySlice<UInt8>, name: String) -> LoadResult {
    do throws(Rejection) {
      guard record.count <= FileLoader.longestRecord else {
        throw Rejection("the record is longer than \(FileLoader.longestRecord) bytes")
      }
      let fields = try fields(record)
      guard let text = fields.text else { throw Rejection("the record has no text") }
      let decoding = try Decoding(text)
      return .loaded(
        fields.draft(name: name, repairs: decoding.repairs)
          .document(text: decoding.text, read: record))
    } catch {
      return .rejected(name: name, reason: error.reason)
    }
  }

  private static func fields(_ record: ArraySlice<UInt8>) throws(Rejection) -> Fields {
    do { return try JSONDecoder().decode(Fields.self, from: Data(record)) } catch {
      throw Rejection("the line is not a JSON object with a text")
    }
  }
}

/// The fields of a record.
private struct Fields: Decodable {
  let id: String?
  let text: String?
  let lang: String?
  let published: String?
  let title: String?
  let source: String?
  let url: String?

  private enum Key: String, CodingKey { case id, text, lang, published, title, source, url }

  init(from decoder: any Decoder) throws {
    let record = try decoder.container(keyedBy: Key.self)
    // A number is an id as well.
    id =
      try (try? record.decodeIfPresent(Int.self, forKey: .id)).flatMap { $0.map(String.init) }
      ?? record.decodeIfPresent(String.self, forKey: .id)
    text = try record.decodeIfPresent(String.self, forKey: .text)
    lang = try record.decodeIfPresent(String.self, forKey: .lang)
    published = try record.decodeIfPresent(String.self, forKey: .published)
    title = try record.decodeIfPresent(String.self, forKey: .title)
    source = try record.decodeIfPresent(String.self, forKey: .source)
    url = try record.decodeIfPresent(String.self, forKey: .url)
  }

  func draft(name: String, repairs: [String]) -> Draft {
    var draft = Draft(name: id.flatMap { $0.isEmpty ? nil : $0 } ?? name)
    draft.title = title
    draft.source = source
    draft.url = url
    draft.language = lang
    draft.dates = [published].compactMap { $0 }
    draft.dateOrigin = .given
    draft.repairs = repairs
    return draft
  }
}
