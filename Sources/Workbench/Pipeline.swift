import Dispatch
import Glibc
import Synchronization

/// Works on all cores ahead of whoever takes the results, and hands them on in order.
///
/// A core that is done with a piece takes the next one. No more than a few batches are in memory,
/// however much there is.
final class Pipeline<Piece: Sendable, Item: Sendable>: Sendable {
  struct Batch: Sendable {
    var items: [Item] = []
    /// Bytes and files that were read up to its end.
    var bytes = 0
    var files = 0
  }

  /// Pieces, or bytes of pieces, of a batch.
  private let enough: (pieces: Int, bytes: Int)
  /// Batches that are worked on or wait to be taken.
  private static var ahead: Int { 3 }

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: 0)
  private let work = DispatchSemaphore(value: 0)
  private let done = DispatchSemaphore(value: 0)
  private let workers = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  private let prepare: @Sendable (Piece) -> [Item]

  /// - Parameters:
  ///   - pieces: how many make a batch, unless they are large.
  ///   - prepare: works on a piece; called on all cores at once.
  init(pieces: Int = 64, prepare: @escaping @Sendable (Piece) -> [Item]) {
    enough = (pieces, 1 << 20)
    self.prepare = prepare
  }

  /// Begins to work on what `pieces` gives, on other threads.
  func start(
    _ pieces:
      @escaping @Sendable (_ give: (Piece, _ bytes: Int, _ isNewFile: Bool) -> Bool) -> Void
  ) {
    for _ in 0..<workers { DispatchQueue.global().async { [self] in workOn() } }
    DispatchQueue.global().async { [self] in
      pieces { piece, bytes, isNewFile in
        hand(on: Slot(piece: piece, bytes: bytes, files: isNewFile ? 1 : 0))
      }
      state.withLock { $0.isComplete = true }
      wakeAll()
    }
  }

  /// Waits until the piece fits in.
  ///
  /// - Returns: false if nobody wants more.
  private func hand(on slot: Slot) -> Bool {
    while true {
      let isTaken = state.withLock { state in
        if state.isStopped || isFull(state) { return false }
        state.slots.append(slot)
        state.bytes += slot.bytes
        return true
      }
      if isTaken {
        work.signal()
        return true
      }
      if state.withLock({ $0.isStopped }) { return false }
      room.wait()
    }
  }

  private func isFull(_ state: borrowing State) -> Bool {
    state.slots.count >= enough.pieces * Self.ahead || state.bytes >= enough.bytes * Self.ahead
  }

  private func workOn() {
    while !state.withLock({ $0.isOver }) {
      guard let (number, piece) = state.withLock({ $0.begin() }) else {
        work.wait()
        continue
      }
      let items = prepare(piece)
      state.withLock { $0.finish(number, items) }
      done.signal()
    }
  }

  private func wakeAll() {
    for _ in 0..<workers { work.signal() }
    room.signal()
    done.signal()
  }

  /// The next batch; nil at the end, or as soon as `isCancelled` says so.
  func next(unless isCancelled: () -> Bool) -> Batch? {
    while !isCancelled() {
      let (batch, isOver) = state.withLock { state in
        (take(from: &state), state.isComplete && state.slots.isEmpty)
      }
      if let batch {
        room.signal()
        return batch
      }
      if isOver { return nil }
      _ = done.wait(timeout: .now() + .milliseconds(10))
    }
    return nil
  }

  /// What is done from the beginning on, if it is a batch, the rest, or all that there is room for.
  private func take(from state: inout State) -> Batch? {
    var (count, bytes) = (0, 0)
    while count < state.slots.count, state.slots[count].items != nil, count < enough.pieces,
      bytes < enough.bytes
    {
      bytes += state.slots[count].bytes
      count += 1
    }
    let isRest = state.isComplete && count == state.slots.count
    guard count > 0, count == enough.pieces || bytes >= enough.bytes || isRest || isFull(state)
    else { return nil }
    return state.take(count)
  }

  /// Tells the others that no more is wanted; what is being worked on is worked on to its end.
  func stop() {
    state.withLock { $0.isStopped = true }
    wakeAll()
  }
}

extension Pipeline {
  /// A piece, and what was made of it.
  private struct Slot {
    var piece: Piece?
    var items: [Item]?
    let bytes: Int
    let files: Int

    init(piece: Piece, bytes: Int, files: Int) {
      (self.piece, self.bytes, self.files) = (piece, bytes, files)
    }
  }

  private struct State {
    /// In the order of the pieces.
    var slots: [Slot] = []
    /// Bytes of the slots.
    var bytes = 0
    /// Whether no more pieces come.
    var isComplete = false
    var isStopped = false
    /// Slots that were taken, and what was in them.
    private var taken = 0
    private var total = (bytes: 0, files: 0)
    /// Pieces that were begun, those of taken slots included.
    private var begun = 0

    /// Whether there is nothing left to begin, now or later.
    var isOver: Bool { isStopped || isComplete && begun == taken + slots.count }

    mutating func begin() -> (number: Int, piece: Piece)? {
      guard begun < taken + slots.count, let piece = slots[begun - taken].piece else { return nil }
      slots[begun - taken].piece = nil
      begun += 1
      return (begun - 1, piece)
    }

    mutating func finish(_ number: Int, _ items: [Item]) {
      slots[number - taken].items = items
    }

    mutating func take(_ count: Int) -> Batch {
      var batch = Batch()
      for slot in slots[..<count] {
        batch.items += slot.items ?? []
        total.bytes += slot.bytes
        total.files += slot.files
        bytes -= slot.bytes
      }
      slots.removeFirst(count)
      taken += count
      (batch.bytes, batch.files) = total
      return batch
    }
  }
}
