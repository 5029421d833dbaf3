/// Zip and tar archives, and files compressed with gzip, bzip2, xz or zstd.
enum Archive: SplitFormat {
  static let isConfined = true

  private static let signs: [[UInt8]] = [
    [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0x1F, 0x8B], Array("BZh".utf8),
    [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], [0x28, 0xB5, 0x2F, 0xFD],
  ]

  static func recognizes(_ head: ArraySlice<UInt8>, name: String) -> Bool {
    signs.contains { head.starts(with: $0) } || head.dropFirst(257).starts(with: "ustar".utf8)
  }

  static func split(_ stream: ByteStream, name: String, _ give: (Piece) -> Bool) throws(Rejection) {
    let bytes = try stream.rest(atMost: FileLoader.largestFile)
    if bytes.starts(with: signs[0]) || bytes.starts(with: signs[1])
      || bytes.dropFirst(257).starts(with: "ustar".utf8)
    {
      return try split(try ArchiveReader(bytes), name: name, give)
    }
    if let tar = try? ArchiveReader(bytes), let first = try? tar.next() {
      return try split(tar, first: first, name: name, give)
    }
    try unpack(try ArchiveReader(bytes, raw: true), name: name, give)
  }

  /// Splits a file of any size, which stands at its beginning.
  static func split(descriptor: Int32, rewind: () -> Void, name: String, _ give: (Piece) -> Bool)
    throws(Rejection)
  {
    if let reader = try? ArchiveReader(descriptor: descriptor), let first = try? reader.next() {
      return try split(reader, first: first, name: name, give)
    }
    rewind()
    try unpack(try ArchiveReader(descriptor: descriptor, raw: true), name: name, give)
  }

  private static func split(
    _ reader: ArchiveReader, first: String? = nil, name: String, _ give: (Piece) -> Bool
  ) throws(Rejection) {
    var next = first
    if next == nil { next = try reader.next() }
    while let entry = next {
      if let piece = try piece(entry, reader, archive: name), !give(piece) { return }
      next = try reader.next()
    }
  }

  /// The piece that an entry is; nil for what no person put there.
  private static func piece(_ written: String, _ reader: ArchiveReader, archive: String)
    throws(Rejection) -> Piece?
  {
    let entry = plain(written)
    let parts = entry.split(separator: "/")
    let isHidden = parts.contains { $0.hasPrefix(".") && $0 != "." && $0 != ".." }
    guard let last = parts.last, !entry.hasSuffix("/"), !isHidden, parts.first != "__MACOSX"
    else { return nil }
    let name = archive + "/" + entry
    guard !entry.hasPrefix("/"), !parts.contains("..") else {
      return Piece("\(archive)/\(last)", rejected: "its name leads out of the archive: \(entry)")
    }
    guard !reader.isEncrypted else { return Piece(name, rejected: "it is encrypted") }
    let bytes = try reader.stream.read(FileLoader.largestFile + 1)
    return bytes.count > FileLoader.largestFile
      ? Piece(name, rejected: FileLoader.tooLarge) : Piece(name, bytes)
  }

  /// A name without characters that end lines or steer a terminal.
  private static func plain(_ name: String) -> String {
    let isPlain = name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard !isPlain else { return name }
    let scalars = name.unicodeScalars.map {
      $0.properties.generalCategory == .control ? "\u{FFFD}" : $0
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The pieces of a compressed file, which is split as it comes if its format can be.
  private static func unpack(_ reader: ArchiveReader, name: String, _ give: (Piece) -> Bool)
    throws(Rejection)
  {
    guard try reader.next() != nil else { throw Rejection("the archive is empty") }
    let inner = plainName(name)
    let stream = reader.stream
    let format = FileFormats.format(of: try stream.peek(FileFormats.headSize), name: inner)
    if let format = format as? any SplitFormat.Type, format != Archive.self {
      return try format.split(stream, name: inner, give)
    }
    _ = give(Piece(inner, try stream.rest(atMost: FileLoader.largestFile)))
  }

  /// `a.txt` for `a.txt.gz`.
  private static func plainName(_ name: String) -> String {
    guard FileFormats.has(name, ".gz", ".bz2", ".xz", ".zst"), let dot = name.lastIndex(of: ".")
    else { return name }
    return String(name[..<dot])
  }
}
