import Foundation
import Testing

/// What a person sees at the prompt, on a real terminal.
@Suite("The prompt", .serialized, .enabled(if: Pane.isThere, "tmux is not installed"))
struct PromptTests {
  private static let articles = NotebookFolder.path + "/articles"

  private func withPane(
    columns: Int = 80, after commands: [String] = [], editrc: String? = nil,
    environment: [String] = [], _ body: (Pane) throws -> Void
  ) throws {
    let pane = try Pane(
      columns: columns, after: commands, editrc: editrc, environment: environment)
    defer { pane.close() }
    _ = try pane.screen { $0.last == "annals>" }
    try body(pane)
  }

  @Test("The arrow keys step over whole letters, spacing vowel signs included")
  func arrows() throws {
    try withPane { pane in
      try pane.type("note राजा")
      try pane.press("Left", "Left")
      try pane.type("X")
      #expect(try pane.screen(endingIn: "annals> note Xराजा").last == "annals> note Xराजा")
    }
  }

  @Test("Backspace takes a letter with its marks")
  func backspace() throws {
    try withPane { pane in
      try pane.type("note व्लादिमीर")
      try pane.press("BSpace", "BSpace")
      #expect(try pane.screen(endingIn: "annals> note व्लादि").last == "annals> note व्लादि")
    }
  }

  @Test("A line comes back from the history as it was typed, and is edited in its middle")
  func history() throws {
    try withPane { pane in
      try pane.type("# व्लादिमीर पुतिन राष्ट्रपति")
      try pane.press("Enter", "Up")
      let whole = "annals> # व्लादिमीर पुतिन राष्ट्रपति"
      let lines = try pane.screen { $0.suffix(2) == [whole, whole] }
      #expect(lines.suffix(2) == [whole, whole])
      try pane.press("C-a", "Right", "Right")
      try pane.type("श्री ")
      let edited = "annals> # श्री व्लादिमीर पुतिन राष्ट्रपति"
      #expect(try pane.screen(endingIn: edited).last == edited)
    }
  }

  @Test("Ctrl-R finds an earlier line")
  func reverseSearch() throws {
    try withPane { pane in
      for line in ["# राष्ट्रपति", "# other"] {
        try pane.type(line)
        try pane.press("Enter")
      }
      try pane.press("C-r")
      try pane.type("राष्ट्")
      let found = "search राष्ट्: # राष्ट्रपति"
      #expect(try pane.screen(endingIn: found).last == found)
      try pane.press("C-e")
      #expect(try pane.screen(endingIn: "annals> # राष्ट्रपति").last == "annals> # राष्ट्रपति")
    }
  }

  @Test("Pasted lines are held as one edit until Enter, then run in order")
  func paste() throws {
    try withPane { pane in
      try pane.paste("plugins\nquit --no\nhelp")
      let held = "annals> plugins⏎quit --no⏎help"
      #expect(try pane.screen(endingIn: held).last == held)
      try pane.press("Enter")
      let lines = try pane.screen { $0.contains { $0.hasPrefix("error:") } }
      #expect(lines.contains("annals> plugins"))
      #expect(lines.contains { $0.contains("Diplomacy") })
      #expect(lines.contains("error: no option --no"))
      #expect(!lines.contains("annals> help"))
    }
  }

  @Test("A hidden character in the line is seen, and comes back from the history as it was")
  func hidden() throws {
    try withPane { pane in
      try pane.paste("# a\u{202E}b\u{9B}31m")
      let shown = "annals> # a\u{FFFD}b\u{FFFD}31m"
      #expect(try pane.screen(endingIn: shown).last == shown)
      try pane.press("Enter", "Up")
      #expect(try pane.screen { $0.suffix(2) == [shown, shown] }.suffix(2) == [shown, shown])
      let kept = try String(
        contentsOf: pane.folder.appending(path: "test.session.history"), encoding: .utf8)
      #expect(kept == "# a\u{202E}b\u{9B}31m\n")
    }
  }

  @Test("An open quotation goes on in the next line")
  func openQuotation() throws {
    try withPane { pane in
      try pane.type("help \"")
      try pane.press("Enter")
      #expect(try pane.screen(endingIn: "   ...>").last == "   ...>")
      try pane.type("\"")
      try pane.press("Enter")
      #expect(try pane.screen { $0.contains { $0.hasPrefix("error: no command") } }.count > 2)
    }
  }

  @Test("Ctrl-C throws the line away and the session goes on")
  func cancel() throws {
    try withPane { pane in
      try pane.type("docs --lang")
      try pane.press("C-c")
      let lines = try pane.screen { $0.dropLast().last?.hasSuffix("^C") ?? false }
      #expect(lines.suffix(2) == ["annals> docs --lang^C", "annals>"])
      try pane.type("plugins")
      try pane.press("Enter")
      #expect(try pane.screen { $0.contains { $0.contains("Diplomacy") } }.count > 3)
    }
  }

  /// Runs until it is stopped.
  private static let endless =
    "sql 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT sum(x) FROM n'"

  @Test("Ctrl-C cuts off the command that runs, and the prompt comes back to the same session")
  func cutOff() throws {
    try withPane(columns: 120, after: ["load \(Self.articles)/en", "tag kazan d1"]) { pane in
      try pane.type("docs --tag kazan")
      try pane.press("Enter")
      let before = try pane.screen { $0.last == "annals>" && $0.count > 3 }
      #expect(before.contains { $0.hasPrefix("d1 ") })
      try pane.type(Self.endless)
      try pane.press("Enter")
      usleep(300_000)
      #expect(try pane.screen().last != "annals>")
      try pane.press("C-c")
      let stopped = try pane.screen { $0.last == "annals>" }
      #expect(
        stopped.suffix(3) == ["error: interrupted", "  the command changed nothing", "annals>"])
      try pane.type("undo")
      try pane.press("Enter")
      let undone = try pane.screen { $0.contains("undone: tag kazan d1") }
      #expect(undone.contains("undone: tag kazan d1"))
    }
  }

  @Test(
    "Ctrl-C cuts off a replay in the line that runs: 130, and a notebook is not rewritten",
    arguments: ["run", "check", "update"])
  func replayCutOff(_ command: String) throws {
    let notebook = "annals 1\nplugins\n\(Self.endless)\n#! *\nplugins\n"
    let pane = try Pane(
      columns: 120, files: ["x.annals": notebook],
      script: "trap : INT; echo started; $ANNALS \(command) x.annals; echo code $?; cat")
    defer { pane.close() }
    _ = try pane.screen {
      $0.contains { command == "run" ? $0.hasPrefix("> plugins") : $0 == "started" }
    }
    usleep(2_000_000)
    try pane.press("C-c")
    let lines = try pane.screen { $0.contains { $0.hasPrefix("code") } }
    #expect(lines.contains("x.annals:3: error: interrupted"))
    #expect(lines.last == "code 130")
    let kept = try String(contentsOf: pane.folder.appending(path: "x.annals"), encoding: .utf8)
    #expect(kept == notebook)
  }

  @Test(
    "A theme colours what is shown, and NO_COLOR or a plain terminal keep every colour away",
    arguments: ["dark", "light", "none"], ["A=b", "NO_COLOR=1", "TERM=dumb", "COLORFGBG=15;0"])
  func themes(_ theme: String, _ variable: String) throws {
    try withPane(after: ["set theme \(theme)"], environment: [variable]) { pane in
      for line in ["plugins", "doc"] {
        try pane.type(line)
        try pane.press("Enter")
      }
      let lines = try pane.screen { $0.contains { $0.hasPrefix("  did you mean docs") } }
      #expect(lines.contains { $0.hasPrefix("Diplomacy ") })
      #expect(lines.contains("error: no command doc"))
      let looks = try pane.screen(looks: true)
      let hasColours = looks.contains { $0.contains("\u{1B}[") }
      let isPlain = theme == "none" || ["NO_COLOR=1", "TERM=dumb"].contains(variable)
      #expect(hasColours != isPlain, "\(looks)")
    }
  }

  @Test("In a narrow window rows stand as paragraphs that can be read, in a wide one as a table")
  func narrow() throws {
    try withPane(columns: 40, after: ["load \(Self.articles)/en"]) { pane in
      try pane.type("events | head 1")
      try pane.press("Enter")
      let lines = try pane.screen { $0.last == "annals>" && $0.count > 3 }
      #expect(lines.contains { $0.hasPrefix("e") && $0.contains("  2024-") })
      #expect(lines.contains { $0.hasPrefix("    status ") && $0.hasSuffix("happened") })
      #expect(!lines.contains { $0.contains("─") })
    }
  }

  @Test("What stands behind | ! is the system's shell's, further bars too")
  func programs() throws {
    try withPane(after: ["load \(Self.articles)/en"]) { pane in
      try pane.type("docs | head 2 | !sort -r | head -1 | cut -c1-2")
      try pane.press("Enter")
      let lines = try pane.screen { $0.last == "annals>" && $0.count > 2 }
      #expect(lines.suffix(2) == ["d2", "annals>"])
    }
  }

  @Test("Tab finds a name by its romanised beginning, and the next Tabs step through")
  func names() throws {
    let files = ["hi/astana-2024-07-05.txt", "ru/kazan-2024-10-23.txt"]
    let paths = files.map { Self.articles + "/" + $0 }.joined(separator: " ")
    try withPane(after: ["load " + paths]) { pane in
      try pane.type("quotes --by puti")
      try pane.press("Tab")
      let lines = try pane.screen { $0.contains { $0.contains("पुतिन") } }
      #expect(lines.contains { $0.hasPrefix("\"व्लादिमीर पुतिन\"") })
      #expect(lines.contains { $0.contains("Путин") })
      try pane.press("Tab")
      let chosen = try pane.screen { $0.last?.hasSuffix("\"") ?? false }
      #expect(chosen.last?.hasPrefix("annals> quotes --by \"") == true)
    }
  }

  @Test("Tab lists options with what they mean")
  func options() throws {
    try withPane { pane in
      try pane.type("timeline --pl")
      try pane.press("Tab")
      #expect(try pane.screen(endingIn: "annals> timeline --planned").count > 1)
      try pane.type(" --t")
      try pane.press("Tab")
      let lines = try pane.screen { $0.contains { $0.hasPrefix("--tag") } }
      #expect(lines.contains { $0.hasPrefix("--tag") && $0.contains("With these tags") })
    }
  }

  @Test("A narrower window keeps the line whole")
  func resize() throws {
    try withPane { pane in
      try pane.resize(columns: 40)
      usleep(500_000)
      let text = String(repeating: "व्लादिमीर ", count: 6) + "end"
      try pane.type("# " + text)
      let lines = try pane.screen { $0.last?.hasSuffix("end") ?? false }
      let shown = lines.suffix(3).joined()
      #expect(shown.split(separator: " ").joined(separator: " ").hasSuffix("व्लादिमीर end"))
      try pane.press("C-a", "C-k")
      #expect(try pane.screen(endingIn: "annals>").last == "annals>")
    }
  }

  @Test("The person's ~/.editrc chooses the keys")
  func viKeys() throws {
    try withPane(editrc: "bind -v\n") { pane in
      try pane.type("note राजा")
      try pane.press("Escape")
      usleep(300_000)
      try pane.type("0x")
      #expect(try pane.screen(endingIn: "annals> ote राजा").last == "annals> ote राजा")
    }
  }

  @Test("A terminal that cannot place the cursor gets no sequences for it")
  func dumb() throws {
    try withPane(environment: ["TERM=dumb"]) { pane in
      try pane.type("plugins")
      try pane.press("Enter")
      let lines = try pane.screen { $0.contains { $0.contains("Diplomacy") } }
      #expect(!lines.contains { $0.contains("[?2004") || $0.contains("[1G") })
    }
  }
}

/// Where the project's notebooks are.
enum NotebookFolder {
  static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Notebooks").path
}
