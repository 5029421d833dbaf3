import FoundationEssentials

extension Notebook {
  /// Longest notebook, bytes.
  static let longest = 1_000_000

  /// The notebook in the file at `path`.
  ///
  /// - Throws: `Problem` if the file cannot be read or is no notebook.
  public static func read(_ path: String) throws(Problem) -> Notebook {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Problem("no notebook \(path)", at: path, kind: .unreadable)
    }
    guard bytes.count <= longest, let text = String(validating: bytes, as: UTF8.self) else {
      throw Problem(
        "\(path) is not UTF-8 text of at most \(longest) bytes", at: path, kind: .unreadable)
    }
    return try Notebook(path: path, text: text)
  }

  /// Writes `text` into the notebook's file.
  ///
  /// - Throws: `Problem` with the system's reason.
  public func rewrite(as text: String) throws(Problem) {
    try FileWriting.write(text, to: path)
  }
}
