import Dates
import Facts

/// What a format found in a file or record, before language and date are settled.
struct Draft {
  var name: String
  var title: String?
  var source: String?
  var url: String?
  /// As the file says.
  var language: String?
  /// As the file says, in whatever form; the first that can be read is taken.
  var dates: [String] = []
  var dateOrigin = PublicationOrigin.text
  var repairs: [String] = []

  init(name: String) { self.name = name }

  /// The document, with what its file does not say found in text and address.
  ///
  /// - Parameter bytes: what was read.
  func document(text: String, read bytes: some Collection<UInt8>) -> LoadedDocument {
    let unread = dates.filter { ISODate.day(atStartOf: $0) == nil }
    let isDated = unread.count < dates.count
    let notes = isDated ? [] : unread.prefix(1).map { "its date cannot be read: \($0.prefix(40))" }
    return LoadedDocument(
      name: name, title: Self.plain(title), source: Self.plain(source), url: Self.plain(url),
      language: language.flatMap(LanguageDetector.code) ?? LanguageDetector.language(of: text),
      publication: publication(text), sha256: SHA256.hex(bytes), text: text,
      repairs: repairs + notes, byteCount: bytes.count)
  }

  private func publication(_ text: String) -> Publication {
    for date in dates {
      if let day = ISODate.day(atStartOf: date) { return Publication(day: day, origin: dateOrigin) }
    }
    return PublicationDate.find(url: url, text: text)
  }

  /// One line without blanks at its ends; nil if nothing is left.
  private static func plain(_ text: String?) -> String? {
    let words = text?.split { $0.isWhitespace || $0 == "\0" }.joined(separator: " ") ?? ""
    return words.isEmpty ? nil : MarkLimit.limit(words).text
  }
}
