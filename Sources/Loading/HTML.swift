/// Web pages: the paragraphs of the article, with title, date, outlet and address from its head.
enum HTML: FileFormat {
  static func recognizes(_ head: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: head.prefix(1024), as: UTF8.self).lowercased()
    let first = start.unicodeScalars.first {
      $0.value > 0x20 && $0 != "\u{FEFF}" && $0 != "\u{FFFD}"
    }
    guard first == "<" else { return false }
    return ["<!doctype html", "<html", "<head", "<body", "<article"].contains { start.contains($0) }
  }

  static func documents(in bytes: [UInt8], name: String) -> [LoadResult] {
    do throws(Rejection) {
      let decoding = try Decoding(bytes)
      let page = HTMLPage(decoding.text)
      // References such as &#0; are text only now, so it is cleaned again.
      let article = try Decoding(page.text)
      var draft = page.head.draft(name: name)
      draft.repairs = decoding.repairs + article.repairs
      draft.language = LanguageDetector.language(of: article.text) ?? draft.language
      return [.loaded(draft.document(text: article.text, read: bytes))]
    } catch {
      return [.rejected(name: name, reason: error.reason)]
    }
  }
}
