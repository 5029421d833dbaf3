import Dispatch
import Synchronization

/// Works on all cores, a batch ahead of whoever takes the results, and hands them on in order.
///
/// No more than a few batches are in memory, however much there is.
final class Pipeline<Piece: Sendable, Item: Sendable>: Sendable {
  struct Batch: Sendable {
    var items: [Item]
    /// Bytes and files that were read up to its end.
    var bytes: Int
    var files: Int
  }

  /// Pieces and bytes that are read together.
  private let pieces: Int
  private let bytes = 1 << 20
  private static var ahead: Int { 2 }

  private struct State {
    var ready: [Batch] = []
    var isDone = false
    var isStopped = false
  }

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: ahead)
  private let filled = DispatchSemaphore(value: 0)
  private let prepare: @Sendable (Piece) -> [Item]

  /// - Parameters:
  ///   - pieces: how many are worked on together, unless they are large.
  ///   - prepare: works on a piece; called on all cores at once.
  init(pieces: Int = 64, prepare: @escaping @Sendable (Piece) -> [Item]) {
    self.pieces = pieces
    self.prepare = prepare
  }

  /// Begins to work on what `pieces` gives, on another thread.
  func start(
    _ pieces:
      @escaping @Sendable (_ give: (Piece, _ bytes: Int, _ isNewFile: Bool) -> Bool) -> Void
  ) {
    DispatchQueue.global().async { [self] in
      var batch: [Piece] = []
      var size = 0
      var total = (bytes: 0, files: 0)
      pieces { piece, byteCount, isNewFile in
        if isNewFile { total.files += 1 }
        batch.append(piece)
        size += byteCount
        guard batch.count >= self.pieces || size >= bytes else { return true }
        total.bytes += size
        defer { (batch, size) = ([], 0) }
        return hand(on: batch, total)
      }
      total.bytes += size
      if !batch.isEmpty { _ = hand(on: batch, total) }
      state.withLock { $0.isDone = true }
      filled.signal()
    }
  }

  /// Reads a batch and waits until it fits into the queue.
  ///
  /// - Returns: false if nobody wants more.
  private func hand(on pieces: [Piece], _ total: (bytes: Int, files: Int)) -> Bool {
    guard !state.withLock({ $0.isStopped }) else { return false }
    let items = Parallel.map(pieces) { piece in
      state.withLock { $0.isStopped } ? [] : prepare(piece)
    }
    room.wait()
    let batch = Batch(items: items.flatMap { $0 }, bytes: total.bytes, files: total.files)
    state.withLock { $0.ready.append(batch) }
    filled.signal()
    return !state.withLock { $0.isStopped }
  }

  /// The next batch; nil at the end, or as soon as `isCancelled` says so.
  func next(unless isCancelled: () -> Bool) -> Batch? {
    while filled.wait(timeout: .now() + .milliseconds(10)) == .timedOut {
      if isCancelled() { return nil }
    }
    let batch = state.withLock { state -> Batch? in
      state.ready.isEmpty ? nil : state.ready.removeFirst()
    }
    if batch != nil { room.signal() }
    return batch
  }

  /// Tells the reader that no more is wanted; what it is reading it reads to its end by itself.
  func stop() {
    let left = state.withLock { state -> Int in
      state.isStopped = true
      defer { state.ready = [] }
      return state.ready.count
    }
    // One more, for the batch that may be waiting for room.
    for _ in 0...left { room.signal() }
  }
}
