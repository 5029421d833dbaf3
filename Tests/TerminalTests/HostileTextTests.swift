import Foundation
import Testing

@testable import Terminal

/// Text that wants to act on the terminal of who reads it.
enum Hostile {
  /// Whether a terminal would act on the character, or the eye be deceived by it.
  static func acts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060,
      0x2066...0x2069, 0xFEFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// Sequences that clear, retitle, move, answer, paste, turn the writing around, or end a line.
  private static let parts = [
    "\u{1B}[2J", "\u{1B}]0;PWNED\u{7}", "\u{1B}[999;1H", "\u{1B}[6n", "\u{9B}31m",
    "\u{9D}0;x\u{9C}",
    "\u{1B}[201~", "\u{1B}P$q\u{1B}\\", "\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}", "\r", "\n",
    "\r\n", "\u{8}\u{8}", "\u{C}", "\u{0}", "\u{7F}", "\u{E0041}", "पुतिन", "习近平", "क\u{200D}ष",
    "a\u{200D}b", "👩\u{200D}👧", "\u{301}", "|", "x",
  ]

  /// Texts of parts and of random bytes, read as UTF-8; always the same ones.
  static let texts: [String] = {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    return (0..<2000).map { index in
      if index % 4 == 0 {
        return String(decoding: (0..<next(40)).map { _ in UInt8(next(256)) }, as: UTF8.self)
      }
      return (0..<(1 + next(8))).map { _ in parts[next(parts.count)] }.joined()
    }
  }()
}

/// Whatever a document holds, on each way to a terminal.
@Suite("Hostile text on its way to a terminal")
struct HostileTextTests {
  init() { Device.useUTF8() }

  private func isHarmless(_ line: TerminalText) -> Bool {
    !line.description.unicodeScalars.contains(where: Hostile.acts)
  }

  @Test("Lines of data, of help and of problems")
  func lines() {
    for text in Hostile.texts {
      #expect(TerminalText.lines(of: text).allSatisfy(isHarmless))
    }
  }

  @Test(
    "Tables: a row stays one line, whatever its cells and titles hold", arguments: [40, 80, 300])
  func tables(_ width: Int) {
    for start in stride(from: 0, to: Hostile.texts.count - 4, by: 4) {
      let cells = Array(Hostile.texts[start..<(start + 4)])
      let renderer = TableRenderer(
        headers: [cells[3], "b", "c"], isNumeric: [false, true, false], width: width, places: false)
      let lines = renderer.lines([Array(cells[..<3])])
      #expect(lines.count == 3)
      #expect(lines.allSatisfy { isHarmless($0) && $0.width <= width })
    }
  }

  @Test("Lists of completions: each candidate has its line", arguments: [40, 80, 300])
  func candidates(_ width: Int) {
    for start in stride(from: 0, to: Hostile.texts.count - 4, by: 4) {
      let candidates = (start..<(start + 3)).map {
        Completion.Candidate(Hostile.texts[$0], Hostile.texts[$0 + 1])
      }
      let described = CandidateList(candidates + [.init("a", "b")], width: width).lines
      let plain = CandidateList(candidates.map { .init($0.text) }, width: width).lines
      #expect(described.count == 4)
      #expect((described + plain).allSatisfy { isHarmless($0) && $0.width < width })
    }
  }

  @Test("Charts", arguments: [40, 80, 300])
  func charts(_ width: Int) {
    let renderer = ChartRenderer(width: width)
    for text in Hostile.texts {
      let lines =
        renderer.bars([(text, 3), ("b", 1)])
        + renderer.lanes([(text, [(0, 0.5, text)])], first: text, last: "b")
      #expect(lines.allSatisfy(isHarmless))
    }
  }

  @Test("What a terminal gets in the end: data, a question, the state of a long command")
  func terminal() throws {
    var (terminal, device): (Int32, Int32) = (-1, -1)
    try #require(openpty(&terminal, &device, nil, nil, nil) == 0)
    defer {
      close(terminal)
      close(device)
    }
    for text in Hostile.texts.prefix(400) {
      Device.write(data: [text], to: device)
      Device.write(TerminalText(text), to: device)
      Device.write(line: ProgressBar.line(3, 7, text, rate: 2, width: 80), to: device)
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(terminal, &bytes, bytes.count)
      let shown = String(decoding: bytes[..<max(0, count)], as: UTF8.self)
        .replacing("\r\n", with: "").replacing("\r\u{1B}[K", with: "")
      #expect(!shown.unicodeScalars.contains(where: Hostile.acts))
    }
  }

  @Test("A file gets what there is")
  func file() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
    for text in Hostile.texts { Device.write(data: [text], to: descriptor) }
    close(descriptor)
    let written = try Data(contentsOf: URL(filePath: path))
    #expect(written == Data(Hostile.texts.map { $0 + "\n" }.joined().utf8))
  }
}
