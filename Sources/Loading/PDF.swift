import CConfinement
import Glibc

/// PDF, by poppler's pdftotext in a process of its own.
enum PDF: FileFormat {
  static let program = "/usr/bin/pdftotext"
  private static let arguments = [program, "-q", "-enc", "UTF-8", "-nopgbrk", "-", "-"]

  static func recognizes(_ head: ArraySlice<UInt8>, name: String) -> Bool {
    head.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil && head.first != UInt8(ascii: "<")
  }

  static func documents(in bytes: [UInt8], name: String) -> [LoadResult] {
    documents(in: bytes, name: name, parsers: nil)
  }

  /// - Parameter parsers: confine the program; nil: it runs as it is.
  static func documents(in bytes: [UInt8], name: String, parsers: ParserPool?) -> [LoadResult] {
    do throws(Rejection) {
      let text: [UInt8]
      if let parsers {
        text = try parsers.text(ofPDF: bytes)
      } else {
        text = try unconfinedText(of: bytes)
      }
      let lines = joined(String(decoding: text, as: UTF8.self))
      guard lines.utf8.contains(where: { $0 > 0x20 }) else {
        throw Rejection("it holds no text, perhaps only pictures of pages")
      }
      return [Draft(name: name).result(lines, read: bytes)]
    } catch {
      return [.rejected(name: name, reason: error.reason)]
    }
  }

  /// Becomes the program; returns only if it is not installed.
  static func becomeConverter() {
    var words = arguments.map { strdup($0) } + [nil]
    execv(program, &words)
  }

  private static func unconfinedText(of bytes: [UInt8]) throws(Rejection) -> [UInt8] {
    let file = bytes.withUnsafeBytes { annals_memory_file($0.baseAddress, $0.count) }
    guard file >= 0 else { throw Rejection("there is no room to read it") }
    defer { close(file) }
    guard let child = Child(program: program, arguments: arguments, input: file) else {
      throw Rejection("pdftotext is not installed")
    }
    return try child.output(timeout: 20_000)
  }

  /// The lines of a page joined to paragraphs, which an empty line ends; a hyphen at the end of a
  /// line before a small letter is taken out.
  private static func joined(_ text: String) -> String {
    var paragraphs: [String] = []
    var paragraph = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = line.trimmed
      if line.isEmpty {
        if !paragraph.isEmpty { paragraphs.append(paragraph) }
        paragraph = ""
      } else if paragraph.hasSuffix("-"), line.first?.isLowercase ?? false {
        paragraph.removeLast()
        paragraph += line
      } else {
        paragraph += paragraph.isEmpty ? line : " " + line
      }
    }
    if !paragraph.isEmpty { paragraphs.append(paragraph) }
    return paragraphs.map { $0 + "\n" }.joined()
  }
}
