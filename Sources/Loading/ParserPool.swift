import CConfinement
import Glibc
import Synchronization

/// Children of this program that read untrusted formats, each kept for many documents.
///
/// A child that dies, or does not answer in time, rejects the document that it had, and no other.
public final class ParserPool: Sendable {
  /// The program to start: annals itself.
  private let program: String
  private let idle = Mutex<[Child]>([])

  /// Milliseconds that a child may be silent about one document; its CPU is limited besides.
  private static let patience: Int32 = 20_000

  public init(program: String) { self.program = program }

  deinit { for child in idle.withLock({ $0 }) { child.end() } }

  /// The documents of a piece.
  func documents(in piece: Piece) -> [LoadResult] {
    guard let child = idle.withLock({ $0.popLast() }) ?? start(.parse) else {
      return [.rejected(name: piece.name, reason: "its parser cannot be started")]
    }
    do throws(Channel.Silence) {
      guard child.channel.send(.piece(piece)) else { throw .ended }
      var results: [LoadResult] = []
      while true {
        switch try child.channel.receive(timeout: Self.patience) {
        case .result(let result): results.append(result)
        case .end:
          idle.withLock { $0.append(child) }
          return results
        default: throw .ended
        }
      }
    } catch {
      return [.rejected(name: piece.name, reason: child.end(after: error))]
    }
  }

  /// Hands on the pieces of an archive in memory.
  func split(_ bytes: [UInt8], name: String, _ give: (Piece) -> Bool) throws(Rejection) {
    let file = bytes.withUnsafeBytes { annals_memory_file($0.baseAddress, $0.count) }
    guard file >= 0 else { throw Rejection("there is no room to unpack it") }
    defer { close(file) }
    try split(descriptor: file, name: name, give)
  }

  /// Hands on the pieces of an archive that is read from an open file.
  func split(descriptor: Int32, name: String, _ give: (Piece) -> Bool) throws(Rejection) {
    guard let child = start(.split, input: descriptor, name: name) else {
      throw Rejection("its parser cannot be started")
    }
    do throws(Channel.Silence) {
      while true {
        switch try child.channel.receive(timeout: Self.patience) {
        case .piece(let piece):
          guard give(piece) else {
            child.end()
            return
          }
        case .end:
          child.end()
          return
        case .failure(let reason):
          child.end()
          throw Channel.Silence.failed(reason)
        case .result: throw .ended
        }
      }
    } catch {
      if case .failed(let reason) = error { throw Rejection(reason) }
      throw Rejection(child.end(after: error))
    }
  }

  /// The text of a PDF, which pdftotext writes.
  func text(ofPDF bytes: [UInt8]) throws(Rejection) -> [UInt8] {
    let file = bytes.withUnsafeBytes { annals_memory_file($0.baseAddress, $0.count) }
    guard file >= 0 else { throw Rejection("there is no room to read it") }
    defer { close(file) }
    guard let child = start(.pdf, input: file) else {
      throw Rejection("its parser cannot be started")
    }
    return try child.output(timeout: Self.patience)
  }

  /// What a child could do beside parsing, as it finds out itself; empty if nothing.
  ///
  /// - Returns: nil if it does not start, or became another program.
  public func freedoms() -> String? {
    guard let child = start(.probe), case .failure(let freedoms)? = try? child.channel.receive()
    else { return nil }
    usleep(200_000)
    return child.end() == 0 ? freedoms : nil
  }

  private func start(_ task: ConfinedTask, input: Int32? = nil, name: String = "") -> Child? {
    Child(
      program: program, arguments: [program, ConfinedTask.flag, task.rawValue, name], input: input)
  }
}
