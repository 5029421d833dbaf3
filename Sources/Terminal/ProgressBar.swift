import Glibc

/// A line on standard error that says how far a long command is; only on a terminal.
public final class ProgressBar {
  private let start: Double
  private var lastDrawn = 0.0
  private var isShown = false
  private let isTerminal = isatty(STDERR_FILENO) == 1

  public init() { start = Self.now() }

  /// Draws the state, at most ten times a second and not in the first three tenths.
  public func update(_ done: Int, _ total: Int, _ what: String) {
    let now = Self.now()
    let elapsed = now - start
    guard isTerminal, elapsed > 0.3, now - lastDrawn > 0.1, total > 0 else { return }
    lastDrawn = now
    isShown = true
    let rate = Double(done) / elapsed
    Device.write(Self.line(done, total, what, rate: rate, width: Device.width), to: STDERR_FILENO)
  }

  /// The state in the place of what the line shows.
  static func line(_ done: Int, _ total: Int, _ what: String, rate: Double, width: Int)
    -> TerminalText
  {
    let left = rate > 0 ? Int(Double(total - done) / rate) + 1 : 0
    let filled = min(24, 24 * done / total)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
    let text = "\(bar) \(done)/\(total) \(what), \(Int(rate))/s, \(left) s left, \(memory) MB"
    // One that reached the last column would go on in the next line, and stay there.
    return .clearedLine + TerminalText(text).cut(to: width - 1)
  }

  /// Takes the line off the screen.
  public func clear() {
    if isShown { Device.write(TerminalText.clearedLine, to: STDERR_FILENO) }
    isShown = false
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Resident megabytes, from /proc/self/statm.
  private static var memory: Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 128)
    guard fgets(&buffer, 128, file) != nil else { return 0 }
    let fields = String(
      decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self
    )
    .split(separator: " ")
    guard fields.count > 1, let pages = Int(fields[1]) else { return 0 }
    return pages * Int(sysconf(Int32(_SC_PAGESIZE))) / (1 << 20)
  }
}
