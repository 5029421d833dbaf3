/// Reads pieces into documents, confined ones by way of `parsers`; many can run side by side.
public struct PieceReader: Sendable {
  /// Children that read what is not safe to read here; nil: everything is read in this process.
  let parsers: ParserPool?

  /// Archives within archives, at most so deep.
  static let deepest = 3

  static let unconfined = PieceReader(parsers: nil)

  public init(parsers: ParserPool?) { self.parsers = parsers }

  /// The documents of a piece; one that cannot be read gives one rejection.
  public func read(_ piece: Piece) -> [LoadResult] {
    switch piece.content {
    case .rejected(let reason): [.rejected(name: piece.name, reason: reason)]
    case .bytes(let bytes): read(bytes, piece)
    }
  }

  private func read(_ bytes: [UInt8], _ piece: Piece) -> [LoadResult] {
    guard bytes.count <= FileLoader.largestFile else {
      return [.rejected(name: piece.name, reason: FileLoader.tooLarge)]
    }
    let head = bytes.prefix(FileFormats.headSize)
    let format = piece.format ?? FileFormats.format(of: head, name: piece.name)
    if let format = format as? any SplitFormat.Type { return readAll(bytes, piece, format) }
    if format == PDF.self { return PDF.documents(in: bytes, name: piece.name, parsers: parsers) }
    guard format.isConfined, let parsers else {
      return format.documents(in: bytes, name: piece.name)
    }
    return parsers.documents(in: Piece(piece.name, bytes, format: format))
  }

  /// The documents of all pieces of a piece.
  private func readAll(_ bytes: [UInt8], _ piece: Piece, _ format: any SplitFormat.Type)
    -> [LoadResult]
  {
    guard piece.depth < Self.deepest else {
      let reason = "archives are nested deeper than \(Self.deepest)"
      return [.rejected(name: piece.name, reason: reason)]
    }
    var results: [LoadResult] = []
    let take = { (inner: Piece) -> Bool in
      var inner = inner
      inner.depth = piece.depth + 1
      results += read(inner)
      return true
    }
    do throws(Rejection) {
      if format.isConfined, let parsers {
        try parsers.split(bytes, name: piece.name, take)
      } else {
        try format.split(ByteStream(bytes), name: piece.name, take)
      }
    } catch {
      results.append(.rejected(name: piece.name, reason: error.reason))
    }
    return results
  }
}
