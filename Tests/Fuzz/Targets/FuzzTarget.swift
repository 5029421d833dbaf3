import Dates
import Glibc
import Loading
import Workbench

/// What is done with bytes that anyone may have written.
///
/// A target must neither trap nor hang, whatever it is given; what it throws is an answer.
public enum FuzzTarget: String, CaseIterable, Sendable {
  case decode, html, jsonl, mail, xml, archive, command, notebook, dates, session

  /// - Returns: what must not be, in a sentence; nil if all is well.
  public func fault(in bytes: [UInt8]) -> String? {
    switch self {
    case .decode: return Self.read(bytes, "a.txt")
    case .html: return Self.read(Array("<!doctype html><html><body>".utf8) + bytes, "a.html")
    case .jsonl: return Self.read(Array("{\"text\": \"a\"}\n".utf8) + bytes, "a.jsonl")
    case .mail: return Self.read(bytes, "a.eml")
    case .xml: return Self.read(bytes, "a.rss")
    case .archive: return Self.read(bytes, "a.zip")
    case .command: return SessionFuzz.fault(inCommand: String(decoding: bytes, as: UTF8.self))
    case .notebook:
      let text = "annals 1\n" + String(decoding: bytes, as: UTF8.self)
      _ = try? Notebook(path: "a.annals", text: text)
    case .dates: return Self.dateFault(String(decoding: bytes, as: UTF8.self))
    case .session: return SessionFuzz.fault(inFile: bytes)
    }
    return nil
  }

  private static func read(_ bytes: [UInt8], _ name: String) -> String? {
    for case .loaded(let document) in FileLoader.load(bytes, name: name)
    where document.text.utf8.contains(0) {
      return "a zero byte in the text of \(name)"
    }
    return nil
  }

  /// What is read as a date is written so that it is read as the same date again.
  private static func dateFault(_ text: String) -> String? {
    _ = TimexValue(text)
    if let day = CalendarDate(text), CalendarDate("\(day)") != day { return "\(day) changes" }
    if let date = EDTF(text), EDTF("\(date)") != date { return "\(date) changes" }
    return nil
  }
}
