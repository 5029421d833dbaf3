import CEditLine
import Glibc

/// The terminal that the program talks to, if there is one.
public enum Device {
  /// Sets a UTF-8 locale, so that widths are right whatever the environment says.
  public static func useUTF8() { annals_use_utf8() }

  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal on standard output; 80 where there is none.
  public static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Whether the terminal understands cursor movements.
  public static var canPlace: Bool {
    guard isTerminal(STDOUT_FILENO), let term = getenv("TERM") else { return false }
    return String(cString: term) != "dumb"
  }

  /// Writes all of `text`; a reader that went away ends the writing quietly.
  ///
  /// - Returns: whether everything was written.
  @discardableResult
  public static func write(_ text: String, to descriptor: Int32) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      bytes = bytes.dropFirst(written)
    }
    return true
  }
}
