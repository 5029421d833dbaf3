import Synchronization
import Workbench

extension Session {
  /// Cuts off what runs once it has asked `calls` times whether to stop.
  func stop(after calls: Int) {
    let left = Mutex(calls)
    isStopped = {
      left.withLock {
        $0 -= 1
        return $0 < 0
      }
    }
  }
}
