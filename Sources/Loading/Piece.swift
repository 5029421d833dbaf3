/// A part of a file that can be read by itself: a record, a message, an entry of an archive.
public struct Piece: Sendable {
  enum Content: Sendable {
    case bytes([UInt8])
    case rejected(reason: String)
  }

  /// Names the documents in it.
  let name: String
  let content: Content
  /// The format that it is known to be in; nil: that it looks like.
  var format: (any FileFormat.Type)?
  /// In how many archives it lies.
  var depth = 0

  init(_ name: String, _ bytes: [UInt8], format: (any FileFormat.Type)? = nil, depth: Int = 0) {
    self.name = name
    content = .bytes(bytes)
    self.format = format
    self.depth = depth
  }

  init(_ name: String, rejected reason: String) {
    self.name = name
    content = .rejected(reason: reason)
  }

  /// The lines of its bytes that are not empty, each with the name of the piece.
  public var lines: [(name: String, bytes: ArraySlice<UInt8>)] {
    guard case .bytes(let bytes) = content else { return [] }
    return bytes.split(separator: 0x0A).map { (name, $0) }
  }

  /// Why it cannot be read, if that is known already.
  public var rejection: LoadResult? {
    guard case .rejected(let reason) = content else { return nil }
    return .rejected(name: name, reason: reason)
  }

  /// Bytes that it keeps in memory.
  public var byteCount: Int { if case .bytes(let bytes) = content { bytes.count } else { 0 } }
}
