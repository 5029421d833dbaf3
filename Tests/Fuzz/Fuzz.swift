import Dates
import Glibc
import Loading
import Workbench

/// What libFuzzer calls, and what each target does with its bytes: `make fuzz`.
///
/// A target must neither trap nor hang, whatever it is given; what it throws is an answer.
enum Fuzz {
  static let targets: [String: @Sendable ([UInt8]) -> Void] = [
    "decode": { read($0, "a.txt") },
    "html": { read(Array("<!doctype html><html><body>".utf8) + $0, "a.html") },
    "jsonl": { read(Array("{\"text\": \"a\"}\n{\"".utf8) + $0, "a.jsonl") },
    "mail": { read(Array("From: a\nTo: b\nSubject: c\nDate: d\n".utf8) + $0, "a.eml") },
    "xml": { read(Array("<rss><channel><item>".utf8) + $0, "a.rss") },
    "archive": { read([0x50, 0x4B, 0x03, 0x04] + $0, "a.zip") },
    "command": { bytes in
      _ = try? Words.split(String(decoding: bytes, as: UTF8.self), variables: ["a": "b"])
    },
    "notebook": { bytes in
      _ = try? Notebook(
        path: "a.annals", text: "annals 1\n" + String(decoding: bytes, as: UTF8.self))
    },
    "dates": { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      _ = EDTF(text)
      _ = TimexValue(text)
      _ = CalendarDate(text)
    },
  ]

  private static func read(_ bytes: [UInt8], _ name: String) {
    for case .loaded(let document) in FileLoader.load(bytes, name: name)
    where document.text.utf8.contains(0) {
      fatalError("a zero byte in the text of \(name)")
    }
  }

  /// The target that the environment names.
  static let target: @Sendable ([UInt8]) -> Void = {
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? "decode"
    guard let target = targets[name] else {
      print("no target \(name); there are \(targets.keys.sorted().joined(separator: ", "))")
      exit(2)
    }
    return target
  }()
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Fuzz.target(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
