import Foundation
import Loading
import Testing

/// Whatever bytes come, a text without broken characters comes of them, or a reason.
struct UTF8Tests {
  private typealias Sequence = (name: String, bytes: [UInt8])

  /// What is no UTF-8, each at the ends of the ranges that the standard draws.
  private static let broken: [Sequence] = lonely + overlong + forbidden + cut

  private static let lonely: [Sequence] =
    (UInt8(0x80)...0xBF).map { (name: "a lonely continuation", bytes: [$0]) }
    + (2...7).map { (name: "\($0) continuations", bytes: [UInt8](repeating: 0xA4, count: $0)) }
    + (UInt8(0xC0)...0xFF).map { (name: "a lonely first byte", bytes: [$0]) }

  private static let overlong: [Sequence] = [
    ("zero in two bytes", [0xC0, 0x80]), ("a slash in two bytes", [0xC0, 0xAF]),
    ("U+007F in two bytes", [0xC1, 0xBF]), ("zero in three bytes", [0xE0, 0x80, 0x80]),
    ("U+07FF in three bytes", [0xE0, 0x9F, 0xBF]),
    ("zero in four bytes", [0xF0, 0x80, 0x80, 0x80]),
    ("U+FFFF in four bytes", [0xF0, 0x8F, 0xBF, 0xBF]),
    ("zero in five bytes", [0xF8, 0x80, 0x80, 0x80, 0x80]),
    ("zero in six bytes", [0xFC, 0x80, 0x80, 0x80, 0x80, 0x80]),
  ]

  private static let forbidden: [Sequence] = [
    ("the first high surrogate", [0xED, 0xA0, 0x80]), ("the last one", [0xED, 0xAF, 0xBF]),
    ("the first low surrogate", [0xED, 0xB0, 0x80]), ("the last of them", [0xED, 0xBF, 0xBF]),
    ("a pair of surrogates", [0xED, 0xA0, 0x81, 0xED, 0xB0, 0x80]),
    ("U+110000", [0xF4, 0x90, 0x80, 0x80]), ("U+1FFFFF", [0xF7, 0xBF, 0xBF, 0xBF]),
  ]

  private static let cut: [Sequence] = [
    ("two of three bytes", [0xE0, 0xA4]), ("two of four", [0xF0, 0x90]),
    ("three of four", [0xF0, 0x90, 0x80]), ("all of these", [0xC3, 0xE0, 0xA4, 0xF0, 0x90, 0x80]),
  ]

  /// Characters at the same boundaries that are well formed.
  private static let whole: [Unicode.Scalar] = [
    "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{FFFF}", "\u{10000}",
    "\u{10FFFF}",
  ]

  private static func read(_ bytes: [UInt8], _ name: String = "a.txt") -> LoadResult? {
    let results = FileLoader.load(bytes, name: name)
    #expect(results.count == 1)
    return results.first
  }

  /// How many characters U+FFFD stands for: one for each longest beginning of a character, by the
  /// table of well-formed sequences (Unicode 3.9, table 3-7).
  private static func faults(in bytes: [UInt8]) -> Int {
    var (faults, index) = (0, 0)
    while index < bytes.count {
      let (length, second) = shape(bytes[index])
      var end = index + 1
      while end < min(index + length, bytes.count),
        (end == index + 1 ? second : 0x80...0xBF).contains(bytes[end])
      { end += 1 }
      if length == 0 || end < index + length { faults += 1 }
      index = end
    }
    return faults
  }

  /// Bytes of the character that a byte begins, 0 for none, and what may follow it.
  private static func shape(_ first: UInt8) -> (length: Int, second: ClosedRange<UInt8>) {
    switch first {
    case 0x00...0x7F: (1, 0x80...0xBF)
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: (0, 0x80...0xBF)
    }
  }

  @Test("A broken sequence is replaced and counted, and takes nothing around it along")
  func replaced() {
    let good = String(repeating: "अच्छा good ", count: 120)
    for (name, bytes) in Self.broken {
      let file = Array(good.utf8) + bytes + Array("|\(good)".utf8)
      guard case .loaded(let document)? = Self.read(file) else {
        Issue.record("\(name) is rejected")
        continue
      }
      let faults = Self.faults(in: bytes)
      let marks = String(repeating: "\u{FFFD}", count: faults)
      #expect(document.text == good + marks + "|" + good, "\(name)")
      #expect(document.repairs == ["\(faults) broken UTF-8 sequences replaced"], "\(name)")
    }
  }

  @Test("A sequence that breaks off at the end of the file is replaced too")
  func truncated() {
    let good = Array(String(repeating: "अच्छा ", count: 120).utf8)
    for (name, bytes) in Self.broken {
      guard case .loaded(let document)? = Self.read(good + bytes) else {
        Issue.record("\(name) is rejected")
        continue
      }
      #expect(document.text.hasSuffix("\u{FFFD}"), "\(name)")
    }
  }

  @Test("The characters at the boundaries are kept as they are", arguments: whole)
  func kept(scalar: Unicode.Scalar) {
    let text = "before \(scalar) behind"
    guard case .loaded(let document)? = Self.read(Array(text.utf8)) else {
      Issue.record("it is rejected")
      return
    }
    #expect(Array(document.text.unicodeScalars) == Array(text.unicodeScalars))
    #expect(document.repairs == [])
  }

  @Test("A record of JSON Lines with a broken sequence is rejected, and the next is kept")
  func records() {
    let good = "{\"text\": \"a good record\"}\n"
    for (name, bytes) in Self.broken {
      let line = Array("{\"text\": \"a ".utf8) + bytes + Array("b\"}\n".utf8)
      let results = FileLoader.load(line + Array(good.utf8), name: "a.jsonl")
      guard case .rejected? = results.first, case .loaded(let document)? = results.last else {
        Issue.record("\(name): \(results)")
        continue
      }
      #expect(document.text == "a good record")
    }
  }

  @Test("Every input of one or two bytes gives a text or a reason")
  func short() {
    var texts = 0
    for first in UInt8.min...UInt8.max {
      for bytes in [[first]] + (UInt8.min...UInt8.max).map({ [first, $0] }) {
        guard case .loaded(let document)? = Self.read(bytes) else { continue }
        texts += 1
        #expect(!document.text.utf8.contains(0), "\(bytes)")
      }
    }
    #expect(texts > 95 * 95)
  }

  private static let small: [(name: String, text: String)] = [
    ("a.html", "<!doctype html><html lang=en><title>A</title><p class='x'>Read &amp; go.</p>"),
    ("a.jsonl", "{\"id\": \"a\", \"text\": \"One \\u00e9 two.\", \"published\": \"2024-10-03\"}\n"),
    (
      "a.eml",
      "From: a@b.example\r\nSubject: =?utf-8?B?QQ==?=\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nText =41.\r\n--b--\r\n"
    ),
    (
      "a.rss",
      "<?xml version=\"1.0\"?><rss><channel><title>A</title><item><title>B</title>"
        + "<description>&lt;p>Text.</description></item></channel></rss>"
    ),
    ("a.csv", "title,text\n\"A \"\"b\"\"\",Some text\nC,More text\n"),
    ("a.md", "---\ntitle: A\ndate: 2024-10-03\n---\n# Head\n\nSome *text*.\n"),
  ]

  @Test("A byte that is changed, lost or doubled harms no reader", arguments: small.map(\.name))
  func mutations(name: String) throws {
    let file = try #require(Self.small.first { $0.name == name })
    let bytes = Array(file.text.utf8)
    let strangers: [UInt8] = [0x00, 0x0A, 0x22, 0x3C, 0x7F, 0x80, 0xC0, 0xED, 0xF4, 0xFF]
    for index in bytes.indices {
      var mutants = strangers.map { Array(bytes[..<index]) + [$0] + bytes[(index + 1)...] }
      mutants.append(Array(bytes[..<index]) + bytes[(index + 1)...])
      mutants.append(Array(bytes[...index]) + bytes[index...])
      mutants.append(Array(bytes[..<index]))
      for mutant in mutants {
        for case .loaded(let document) in FileLoader.load(mutant, name: name) {
          #expect(!document.text.utf8.contains(0), "\(mutant)")
        }
      }
    }
  }
}
