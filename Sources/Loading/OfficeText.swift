/// Texts of word processors: DOCX (ECMA-376) and ODT (OpenDocument).
enum OfficeText: FileFormat {
  static let isConfined = true

  static func recognizes(_ head: ArraySlice<UInt8>, name: String) -> Bool {
    guard head.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return false }
    let isOpen = head.firstRange(of: Array("mimetypeapplication/vnd.oasis.opendocument.text".utf8))
    let isWord = ["word/document.xml", "[Content_Types].xml"].contains {
      head.firstRange(of: Array($0.utf8)) != nil
    }
    return isOpen != nil || isWord && !FileFormats.has(name, ".xlsx", ".pptx", ".zip")
  }

  static func documents(in bytes: [UInt8], name: String) -> [LoadResult] {
    do throws(Rejection) {
      let entries = try ArchiveReader.entries(of: bytes) {
        ["word/document.xml", "docProps/core.xml", "content.xml", "meta.xml"].contains($0)
      }
      var draft = Draft(name: name)
      if let core = entries["docProps/core.xml"] ?? entries["meta.xml"],
        let tree = try? XMLTree(core)
      {
        draft.title = tree.text(tree.first("title"))
        draft.author = tree.text(tree.first("creator", "initial-creator"))
        draft.language = tree.text(tree.first("language"))
      }
      return [draft.result(try text(of: entries), read: bytes)]
    } catch {
      return [.rejected(name: name, reason: error.reason)]
    }
  }

  private static func text(of entries: [String: [UInt8]]) throws(Rejection) -> String {
    if let word = entries["word/document.xml"] {
      let tree = try XMLTree(word).without(["instrText", "delText"])
      return tree.lines(in: 0, blocks: ["p"], signs: ["tab": " ", "br": " "])
    }
    guard let open = entries["content.xml"] else { throw Rejection("it holds no text document") }
    let tree = try XMLTree(open)
    let body = tree.first("text") ?? 0
    return tree.lines(
      in: body, blocks: ["p", "h"], signs: ["tab": " ", "s": " ", "line-break": " "])
  }
}

/// Books of EPUB, their chapters in the order of reading.
enum EPUB: FileFormat {
  static let isConfined = true

  static func recognizes(_ head: ArraySlice<UInt8>, name: String) -> Bool {
    head.starts(with: [0x50, 0x4B, 0x03, 0x04])
      && head.firstRange(of: Array("mimetypeapplication/epub+zip".utf8)) != nil
  }

  static func documents(in bytes: [UInt8], name: String) -> [LoadResult] {
    do throws(Rejection) {
      let entries = try ArchiveReader.entries(of: bytes) {
        FileFormats.has($0, ".opf", ".xhtml", ".html", ".htm", ".xml")
      }
      guard let package = entries.keys.filter({ FileFormats.has($0, ".opf") }).min(),
        let content = entries[package]
      else { throw Rejection("the book has no table of its parts") }
      let tree = try XMLTree(content)
      var draft = Draft(name: name)
      draft.title = tree.text(tree.first("title"))
      draft.author = tree.text(tree.first("creator"))
      draft.source = tree.text(tree.first("publisher"))
      draft.language = tree.text(tree.first("language"))
      draft.claim(tree.text(tree.first("date")), "EPUB date")
      let folder = package.lastIndex(of: "/").map { String(package[...$0]) } ?? ""
      let chapters = chapters(tree).compactMap { entries[folder + $0] }
      let texts = chapters.map { HTML.text(of: String(decoding: $0, as: UTF8.self)) }
      return [draft.result(texts.joined(separator: "\n"), read: bytes)]
    } catch {
      return [.rejected(name: name, reason: error.reason)]
    }
  }

  /// Paths of the chapters below the package's folder.
  private static func chapters(_ tree: XMLTree) -> [String] {
    let items = tree.all("item").map { tree.nodes[$0].attributes }
    let paths = Dictionary(
      items.compactMap { item in item["id"].flatMap { id in item["href"].map { (id, $0) } } },
      uniquingKeysWith: { first, _ in first })
    return tree.all("itemref").compactMap {
      tree.nodes[$0].attributes["idref"].flatMap { paths[$0] }
    }
  }
}

extension XMLTree {
  /// The tree with the texts of some elements taken out.
  func without(_ names: Set<String>) -> XMLTree {
    var tree = self
    for index in nodes.indices where names.contains(nodes[index].name) {
      tree.clear(index..<nodes[index].end)
    }
    return tree
  }
}
