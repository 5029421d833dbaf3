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

  /// Writes a line, and its end.
  ///
  /// - Returns: whether everything was written; a reader that went away ends the writing quietly.
  @discardableResult
  public static func write(line: TerminalText, to descriptor: Int32) -> Bool {
    write(bytes: line.description + "\n", to: descriptor)
  }

  /// Writes a text at the end of which the cursor stays.
  public static func write(_ text: TerminalText, to descriptor: Int32) {
    write(bytes: text.description, to: descriptor)
  }

  /// Writes lines of data: as they are into files and pipes, made safe for a terminal.
  ///
  /// - Returns: whether everything was written.
  @discardableResult
  public static func write(data lines: [String], to descriptor: Int32) -> Bool {
    guard isTerminal(descriptor) else {
      return write(bytes: lines.map { $0 + "\n" }.joined(), to: descriptor)
    }
    return lines.allSatisfy { text in
      TerminalText.lines(of: text).allSatisfy { write(line: $0, to: descriptor) }
    }
  }

  /// Writes bytes as they are: nothing outside this module can, and it only into files.
  @discardableResult
  static func write(bytes text: String, to descriptor: Int32) -> Bool {
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
