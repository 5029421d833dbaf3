import Glibc

/// Opens files and cuts them into pieces; it keeps no state.
public struct FileLoader: Sendable {
  /// Bytes; a larger file or entry is rejected unless its format is read by pieces.
  public static let largestFile = 64 << 20
  /// Bytes; a longer record of JSON Lines is rejected.
  public static let longestRecord = 10_000_000

  static let tooLarge = "it is larger than \(largestFile >> 20) MB"

  private let parsers: ParserPool?
  /// Names that columns of tables have in the files, for each name that annals knows.
  private let columns: [String: String]

  public init(parsers: ParserPool?, columns: [String: String] = [:]) {
    self.parsers = parsers
    self.columns = columns
  }

  /// The documents in bytes, as if they were a file's, read in this process.
  ///
  /// - Parameter name: names the documents.
  public static func load(_ bytes: [UInt8], name: String) -> [LoadResult] {
    PieceReader.unconfined.read(Piece(name, bytes))
  }

  /// The document of a line of JSON Lines.
  public static func load(record: [UInt8], name: String) -> LoadResult {
    JSONRecords.document(in: record[...], name: name)
  }

  /// The documents of a file, in its order, read in this process.
  public static func load(_ file: SourceFile) -> [LoadResult] {
    var results: [LoadResult] = []
    FileLoader(parsers: nil).pieces(of: file) { piece in
      results += PieceReader.unconfined.read(piece)
      return true
    }
    return results
  }

  /// Hands on the pieces of a file until `give` wants no more; what cannot be read is one of them.
  public func pieces(of file: SourceFile, _ give: (Piece) -> Bool) {
    let descriptor = open(file.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let reason = "it cannot be read: \(String(cString: strerror(errno)))"
      _ = give(Piece(file.name, rejected: reason))
      return
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      _ = give(Piece(file.name, rejected: "it is not a file"))
      return
    }
    guard file.isFound(descriptor) else {
      _ = give(Piece(file.name, rejected: SourceFiles.leadsOut))
      return
    }
    pieces(of: descriptor, name: file.name, give)
  }

  /// Hands on the pieces of what a descriptor reads: a file, a pipe.
  public func pieces(of descriptor: Int32, name: String, _ give: (Piece) -> Bool) {
    do throws(Rejection) {
      let stream = ByteStream(descriptor: descriptor)
      var format = FileFormats.format(of: try stream.peek(FileFormats.headSize), name: name)
      if !columns.isEmpty, format == PlainText.self { format = Table.self }
      if format == Table.self, !columns.isEmpty {
        return try Table.split(stream, name: name, columns: columns, give)
      }
      guard let format = format as? any SplitFormat.Type else {
        _ = give(Piece(name, try stream.rest(atMost: Self.largestFile), format: format))
        return
      }
      guard format.isConfined else { return try format.split(stream, name: name, give) }
      // An archive is read from its beginning by a child, or here if it is a pipe.
      guard lseek(descriptor, 0, SEEK_SET) == 0 else {
        _ = give(Piece(name, try stream.rest(atMost: Self.largestFile), format: format))
        return
      }
      if let parsers { return try parsers.split(descriptor: descriptor, name: name, give) }
      try format.split(ByteStream(descriptor: descriptor), name: name, give)
    } catch {
      _ = give(Piece(name, rejected: error.reason))
    }
  }
}
