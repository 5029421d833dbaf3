import CFormats
import Glibc

/// The entries of an archive by libarchive, in order, within limits that no honest archive meets.
final class ArchiveReader {
  /// Entries of one archive.
  static let mostEntries = 1_000_000
  /// How many times longer than the archive its content may be, after the first megabyte.
  static let largestRatio: Int64 = 200
  private static let free: Int64 = 1 << 20

  private let archive: OpaquePointer
  /// Memory that the archive lies in.
  private let bytes: UnsafeMutableRawBufferPointer?
  private var entries = 0
  private var total: Int64 = 0

  /// - Parameter raw: takes a compressed file as one entry.
  init(_ content: [UInt8], raw: Bool = false) throws(Rejection) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 1)
    copy.copyBytes(from: content)
    guard let archive = annals_archive_open(copy.baseAddress, copy.count, -1, raw ? 1 : 0) else {
      copy.deallocate()
      throw Rejection("it is no archive that can be read")
    }
    self.archive = archive
    bytes = copy
  }

  init(descriptor: Int32, raw: Bool = false) throws(Rejection) {
    guard let archive = annals_archive_open(nil, 0, descriptor, raw ? 1 : 0) else {
      throw Rejection("it is no archive that can be read")
    }
    self.archive = archive
    bytes = nil
  }

  deinit {
    annals_archive_close(archive)
    bytes?.deallocate()
  }

  /// Steps to the next file.
  ///
  /// - Returns: its name; nil at the end.
  func next() throws(Rejection) -> String? {
    let status = annals_archive_next(archive)
    guard status >= 0 else { throw Rejection("the archive is damaged") }
    guard status > 0 else { return nil }
    entries += 1
    guard entries <= Self.mostEntries else {
      throw Rejection("the archive has more than \(Self.mostEntries) entries")
    }
    return String(cString: annals_archive_name(archive))
  }

  var isEncrypted: Bool { annals_archive_is_encrypted(archive) != 0 }

  /// The next bytes of the entry; none at its end.
  func read() throws(Rejection) -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = chunk.withUnsafeMutableBytes {
      annals_archive_read(archive, $0.baseAddress, $0.count)
    }
    guard count >= 0 else { throw Rejection("the archive is damaged") }
    total += Int64(count)
    let consumed = max(1, annals_archive_consumed(archive))
    guard total <= Self.free || total / consumed <= Self.largestRatio else {
      throw Rejection("it unpacks to more than \(Self.largestRatio) times its size")
    }
    chunk.removeLast(chunk.count - count)
    return chunk
  }

  /// The entry's content as a stream.
  var stream: ByteStream {
    ByteStream { () throws(Rejection) -> [UInt8] in try self.read() }
  }

  /// The contents of the entries of an archive that have one of `names`.
  static func entries(of bytes: [UInt8], where isWanted: (String) -> Bool) throws(Rejection)
    -> [String: [UInt8]]
  {
    let reader = try ArchiveReader(bytes)
    var found: [String: [UInt8]] = [:]
    var size = 0
    while let name = try reader.next() {
      guard isWanted(name), found[name] == nil else { continue }
      let content = try reader.stream.rest(atMost: FileLoader.largestFile)
      size += content.count
      guard size <= FileLoader.largestFile else { throw Rejection(FileLoader.tooLarge) }
      found[name] = content
    }
    return found
  }
}
