import Dates
import Facts

/// What a format found in a file or record, before language and date are settled.
struct Draft {
  /// A date as a file says it, in whatever form, with where it stands.
  struct DateClaim {
    let text: String
    /// `JSON-LD`, `meta article:published_time`, `feed`, `mail header`.
    let place: String
  }

  var name: String
  var title: String?
  var author: String?
  var source: String?
  var url: String?
  /// As the file says.
  var language: String?
  /// The most reliable first; the first that can be read is taken.
  var dates: [DateClaim] = []
  var dateOrigin = PublicationOrigin.text
  var repairs: [String] = []

  init(name: String) { self.name = name }

  mutating func claim(_ date: String?, _ place: String) {
    if let date, !date.isEmpty { dates.append(DateClaim(text: date, place: place)) }
  }

  /// The document, with what its file does not say found in text and address.
  ///
  /// - Parameter bytes: what was read.
  func document(text: String, read bytes: some Collection<UInt8>) -> LoadedDocument {
    let unread = dates.filter { WrittenDate.day($0.text) == nil }
    let isDated = unread.count < dates.count
    let notes =
      isDated ? [] : unread.prefix(1).map { "its date cannot be read: \($0.text.prefix(40))" }
    let (publication, place) = publication(text)
    return LoadedDocument(
      name: name, title: Self.plain(title), author: Self.plain(author), source: Self.plain(source),
      url: Self.plain(url),
      language: language.flatMap(LanguageDetector.code) ?? LanguageDetector.language(of: text),
      publication: publication, publishedIn: place, sha256: SHA256.hex(bytes), text: text,
      repairs: repairs + notes, byteCount: bytes.count)
  }

  /// A draft with its text cleaned, as a result of its own.
  ///
  /// - Parameter bytes: what was read; nil: what the draft itself says stands for it.
  func result(_ text: String, read bytes: [UInt8]? = nil) -> LoadResult {
    do throws(Rejection) {
      let decoding = try Decoding(text)
      var draft = self
      draft.repairs += decoding.repairs
      let said = [name, title ?? "", url ?? "", decoding.text].joined(separator: "\n")
      return .loaded(draft.document(text: decoding.text, read: bytes ?? Array(said.utf8)))
    } catch {
      return .rejected(name: name, reason: error.reason)
    }
  }

  private func publication(_ text: String) -> (Publication, place: String?) {
    for date in dates {
      if let day = WrittenDate.day(date.text) {
        return (Publication(day: day, origin: dateOrigin), date.place)
      }
    }
    let found = PublicationDate.find(url: url, text: text)
    return (found, found.origin == .url ? "address" : found.origin == .text ? "first lines" : nil)
  }

  /// One line without blanks at its ends; nil if nothing is left.
  private static func plain(_ text: String?) -> String? {
    let words = text?.split { $0.isWhitespace || $0 == "\0" }.joined(separator: " ") ?? ""
    return words.isEmpty ? nil : MarkLimit.limit(words).text
  }
}
