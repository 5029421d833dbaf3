/// A way in which files hold documents.
protocol FileFormat: Sendable {
  /// Whether the beginning of a file, of up to 4096 bytes, is in this format.
  static func recognizes(_ head: ArraySlice<UInt8>) -> Bool

  /// The documents of a file, in its order.
  ///
  /// - Parameter name: the file's name, which names the documents.
  static func documents(in bytes: [UInt8], name: String) -> [LoadResult]
}

/// The formats that annals reads, in the order in which they are asked; the last takes any text.
enum FileFormats {
  static let all: [any FileFormat.Type] = [
    JSONLines.self,
    HTML.self,
    PlainText.self,
  ]

  static func format(of bytes: [UInt8]) -> any FileFormat.Type {
    all.first { $0.recognizes(bytes.prefix(4096)) } ?? PlainText.self
  }
}
