/// A way in which files hold documents.
protocol FileFormat: Sendable {
  /// Whether a file begins in this format.
  ///
  /// - Parameters:
  ///   - head: up to `FileFormats.headSize` bytes.
  ///   - name: the file's name, for formats that have no sign of their own.
  static func recognizes(_ head: ArraySlice<UInt8>, name: String) -> Bool

  /// The documents of a file or piece, in its order.
  ///
  /// - Parameter name: the file's name, which names the documents.
  static func documents(in bytes: [UInt8], name: String) -> [LoadResult]

  /// Whether it is read in a confined child: its reader is a library in C, or is not linear.
  static var isConfined: Bool { get }
}

extension FileFormat {
  static var isConfined: Bool { false }
}

/// A format of many documents, which are read by themselves and side by side.
protocol SplitFormat: FileFormat {
  /// Hands on the pieces of a file, in order, until `give` wants no more.
  ///
  /// - Throws: `Rejection` at what keeps the rest from being read; what was given before stays.
  static func split(_ stream: ByteStream, name: String, _ give: (Piece) -> Bool) throws(Rejection)
}

extension SplitFormat {
  static func documents(in bytes: [UInt8], name: String) -> [LoadResult] {
    var results: [LoadResult] = []
    do throws(Rejection) {
      try split(ByteStream(bytes), name: name) { piece in
        results += PieceReader.unconfined.read(piece)
        return true
      }
    } catch {
      results.append(.rejected(name: name, reason: error.reason))
    }
    return results
  }
}

/// The formats that annals reads, in the order in which they are asked; the last takes any text.
enum FileFormats {
  static let all: [any FileFormat.Type] = [
    PDF.self,
    OfficeText.self,
    EPUB.self,
    Archive.self,
    WARC.self,
    Mailbox.self,
    Mail.self,
    NewsML.self,
    Feed.self,
    HTML.self,
    Ninjs.self,
    JSONDocument.self,
    JSONLines.self,
    Table.self,
    Markdown.self,
    PlainText.self,
  ]

  /// Bytes by which a format is recognized.
  static let headSize = 4096

  static func format(of head: ArraySlice<UInt8>, name: String) -> any FileFormat.Type {
    all.first { $0.recognizes(head, name: name) } ?? PlainText.self
  }

  /// The format of a type's name, as it is told between processes.
  static func named(_ name: String) -> (any FileFormat.Type)? {
    (all + [JSONRecords.self, TableRows.self, WARCPage.self]).first { "\($0)" == name }
  }

  /// Whether a name ends like one of `endings`, in any case.
  static func has(_ name: String, _ endings: String...) -> Bool {
    let name = name.lowercased()
    return endings.contains { name.hasSuffix($0) }
  }

  /// The beginning of a text without byte order mark and blanks, in lower case.
  static func start(_ head: ArraySlice<UInt8>) -> [UInt8] {
    let marked = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head
    return marked.drop { $0 <= 0x20 }.prefix(2048).map {
      (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
    }
  }
}
