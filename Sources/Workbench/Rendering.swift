/// A replayed notebook as one page that needs nothing else: HTML without scripts, or Markdown.
public struct Rendering {
  private let notebook: Notebook
  private let results: [Replay.Result]

  public init(_ notebook: Notebook, _ results: [Replay.Result]) {
    self.notebook = notebook
    self.results = results
  }

  /// Writes the page that the file's ending asks for.
  ///
  /// - Throws: `Problem` for another ending than .html or .md, or with the system's reason.
  public func write(to path: String) throws(Problem) {
    if path.hasSuffix(".html") {
      try FileWriting.write(html + "\n", to: path)
    } else if path.hasSuffix(".md") {
      try FileWriting.write(markdown + "\n", to: path)
    } else {
      throw Problem(
        "no page format for \(path)", at: path, hint: "end it in .html or .md", kind: .usage)
    }
  }

  /// A piece of the page in the order of the notebook.
  private enum Piece {
    case prose(String)
    case step(Replay.Result)
  }

  /// Prose and steps; recorded outputs, fences, version and stamp are no prose.
  private var pieces: [Piece] {
    let byLine = Dictionary(
      results.map { ($0.step.line - 1, $0) }, uniquingKeysWith: { first, _ in first })
    let isMarkdown = notebook.path.hasSuffix(".md")
    var isInside = !isMarkdown
    var pieces: [Piece] = []
    for (index, line) in notebook.lines.enumerated() {
      let text = line.trimmingBlanks
      if isMarkdown, text.hasPrefix("```") {
        isInside = !isInside && text == "```annals"
      } else if !isInside {
        pieces.append(.prose(line))
      } else if let result = byLine[index] {
        pieces.append(.step(result))
      } else if text.hasPrefix("# ") {
        pieces.append(.prose(String(text.dropFirst(2))))
      } else if text.isEmpty, !isMarkdown {
        pieces.append(.prose(""))
      }
    }
    return pieces
  }

  /// Markdown: prose as it stands, commands in fences, tables as tables.
  public var markdown: String {
    pieces.map { piece -> String in
      switch piece {
      case .prose(let line): return line
      case .step(let result):
        let command = "```annals\n\(VisibleText.of(result.step.command))\n```\n\n"
        if result.problem == nil, !result.found.rows.isEmpty {
          return command + result.found.lines(as: .md).map(VisibleText.of).joined(separator: "\n")
            + "\n"
        }
        guard !result.output.isEmpty else { return command }
        return command + result.output.map { "    " + VisibleText.of($0) }.joined(separator: "\n")
          + "\n"
      }
    }.joined(separator: "\n")
  }

  public var html: String {
    var body = ""
    var paragraph: [String] = []
    for piece in pieces {
      if case .prose(let line) = piece, !line.trimmingBlanks.isEmpty, !line.hasPrefix("#") {
        paragraph.append(line)
        continue
      }
      if !paragraph.isEmpty {
        body += "<p>\(paragraph.map(HTML.inline).joined(separator: "\n"))</p>\n"
      }
      paragraph = []
      switch piece {
      case .prose(let line): body += HTML.heading(line)
      case .step(let result): body += step(result)
      }
    }
    if !paragraph.isEmpty {
      body += "<p>\(paragraph.map(HTML.inline).joined(separator: "\n"))</p>\n"
    }
    let name = notebook.path.split(separator: "/").last.map(String.init) ?? notebook.path
    return HTML.page(title: name, body: body)
  }

  private func step(_ result: Replay.Result) -> String {
    let command = "<pre class=\"command\">\(HTML.text(result.step.command))</pre>\n"
    let isTable = result.problem == nil && !result.found.rows.isEmpty
    if isTable { return command + HTML.table(result.found) }
    guard !result.output.isEmpty else { return command }
    let kind = result.problem == nil ? "output" : "problem"
    return command
      + "<pre class=\"\(kind)\">\(result.output.map(HTML.text).joined(separator: "\n"))</pre>\n"
  }
}

/// Text whose control and direction characters are visible: `⟨U+202E⟩`.
enum VisibleText {
  static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    return text.unicodeScalars.reduce(into: "") { out, scalar in
      guard isHidden(scalar) else {
        out.unicodeScalars.append(scalar)
        return
      }
      let hex = String(scalar.value, radix: 16, uppercase: true)
      out += "⟨U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex + "⟩"
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x09, 0x0B..<0x20, 0x7F...0x9F, 0x61C, 0x200B, 0x200E...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}

/// The few elements of HTML that a rendered notebook has; all text passes `text`.
enum HTML {
  static func text(_ text: String) -> String {
    VisibleText.of(text).reduce(into: "") { out, character in
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.append(character)
      }
    }
  }

  /// Prose with `code` set as code.
  static func inline(_ line: String) -> String {
    let parts = line.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    guard parts.count % 2 == 1 else { return text(line) }
    return parts.enumerated().map { index, part in
      index % 2 == 0 ? text(part) : "<code>\(text(part))</code>"
    }.joined()
  }

  /// `## Title` as a heading; anything else as a paragraph; nothing for a blank line.
  static func heading(_ line: String) -> String {
    let level = line.prefix { $0 == "#" }.count
    guard level > 0 else { return line.trimmingBlanks.isEmpty ? "" : "<p>\(inline(line))</p>\n" }
    let size = min(level, 6)
    return "<h\(size)>\(inline(String(line.dropFirst(level)).trimmingBlanks))</h\(size)>\n"
  }

  /// Cells are isolated, so that a right-to-left name does not turn its row around.
  static func table(_ output: Output) -> String {
    let head = output.columns.map { "<th>\(text($0.name))</th>" }.joined()
    let rows = output.rows.map { row in
      "<tr>" + row.map { "<td><bdi>\(text($0.plain))</bdi></td>" }.joined() + "</tr>"
    }
    let notes = (output.lines + output.notes).map { "<p class=\"note\">\(text($0))</p>" }
    return
      "<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(rows.joined(separator: "\n"))\n</tbody>\n</table>\n"
      + notes.map { $0 + "\n" }.joined()
  }

  static func page(title: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html>
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width">
    <title>\(text(title))</title>
    <style>
    \(PageColors.style)
    body { color: var(--ink); background: var(--paper); font: 16px/1.5 sans-serif; max-width: 72em; margin: 2em auto; padding: 0 1em }
    pre.command { font-weight: bold; border-left: 3px solid var(--accent); padding-left: .6em; white-space: pre-wrap }
    pre.problem { border: 1px dashed var(--against); padding: .4em; white-space: pre-wrap }
    pre.output { white-space: pre-wrap }
    table { border-collapse: collapse; margin: .5em 0 1.5em }
    th, td { border-bottom: 1px solid var(--line); padding: .2em .6em; text-align: start; vertical-align: top }
    .note { font-style: italic }
    </style>
    </head>
    <body>
    \(body)</body>
    </html>
    """
  }
}
