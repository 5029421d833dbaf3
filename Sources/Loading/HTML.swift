/// Web pages: the text of the article, with title, date, outlet and address from its head.
enum HTML: FileFormat {
  static let isConfined = true

  static func recognizes(_ head: ArraySlice<UInt8>, name: String) -> Bool {
    let start = String(decoding: head.prefix(1024), as: UTF8.self).lowercased()
    let first = start.unicodeScalars.first {
      $0.value > 0x20 && $0 != "\u{FEFF}" && $0 != "\u{FFFD}"
    }
    guard first == "<" else { return false }
    return ["<!doctype html", "<html", "<head", "<body", "<article"].contains { start.contains($0) }
  }

  static func documents(in bytes: [UInt8], name: String) -> [LoadResult] {
    [document(in: bytes, name: name, charset: nil)]
  }

  /// - Parameter charset: as the page's carrier says.
  static func document(in bytes: [UInt8], name: String, charset: String?) -> LoadResult {
    do throws(Rejection) {
      let decoding = try Decoding(bytes, charset: charset ?? Charset.declared(in: bytes))
      let tree = HTMLTree(decoding.text)
      // References such as &#0; are text only now, so it is cleaned again.
      let article = try Decoding(HTMLArticle.lines(of: tree).map { $0 + "\n" }.joined())
      var draft = tree.head.draft(name: name)
      draft.repairs = decoding.repairs + article.repairs
      draft.language = LanguageDetector.language(of: article.text) ?? draft.language
      return .loaded(draft.document(text: article.text, read: bytes))
    } catch {
      return .rejected(name: name, reason: error.reason)
    }
  }

  /// The lines of a fragment of markup, all of them.
  static func text(of fragment: String) -> String {
    let tree = HTMLTree(fragment)
    let isOut = tree.nodes.map { $0.element.contains(.dropped) }
    return HTMLBlockFinder.blocks(of: tree, leavingOut: isOut).map { $0.text + "\n" }.joined()
  }
}
