import Analysis
import Workbench

/// A comparison as a page that stands alone: what differs first, both sentences beside each other.
///
/// What documents say is data here: every character of it that means something to a page is
/// escaped, control and direction characters are left out, and the page may load and run nothing.
struct ComparisonReport {
  let sides: [String]
  let rows: [FactRow]
  /// Rows that are no facts: kind, verdict, what it is, then what each side has.
  let listed: [[String]]
  let terms: [Keyness.Term]
  let notes: [String]

  private static let order: [Verdict] = [
    .conflict, .update, .rounding, .unit, .finer, .omitted, .only, .same,
  ]

  /// What differs first; within a verdict in the order of the comparison.
  private var sorted: [(verdict: Verdict, rows: [FactRow])] {
    Self.order.map { verdict in (verdict, rows.filter { $0.verdict == verdict }) }
      .filter { !$0.rows.isEmpty }
  }

  private var counts: String {
    sorted.map { "\($0.rows.count) \($0.verdict.rawValue)" }.joined(separator: ", ")
  }

  /// The verdicts with their numbers, and what there is to say of the whole.
  private var told: [String] {
    let facts = listed.isEmpty && terms.isEmpty && rows.isEmpty ? "nothing to compare" : counts
    return ([facts] + notes).filter { !$0.isEmpty }
  }

  var html: [String] {
    let heads = sides.map { "<th><bdi>\(Self.escaped($0))</bdi></th>" }.joined()
    var lines = [
      "<!doctype html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta http-equiv=\"Content-Security-Policy\" "
        + "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
      "<meta name=\"viewport\" content=\"width=device-width\">",
      "<title>Comparison</title>", "<style>\(PageColors.style)\(Self.style)</style>", "</head>",
      "<body>",
      "<h1><bdi>" + sides.map(Self.escaped).joined(separator: "</bdi> and <bdi>") + "</bdi></h1>",
    ]
    lines += told.map { "<p>\(Self.escaped($0))</p>" }
    for (verdict, rows) in sorted {
      lines.append("<h2 class=\"\(verdict.rawValue)\">\(verdict.rawValue)</h2>")
      lines.append("<table><thead><tr><th>fact</th>\(heads)</tr></thead><tbody>")
      lines += rows.map(htmlRow)
      lines.append("</tbody></table>")
    }
    return lines + htmlListed + htmlWords + ["</body>", "</html>"]
  }

  private func htmlRow(_ row: FactRow) -> String {
    let cells = sides.map { side -> String in
      let own = row.cells.filter { $0.side == side }.map(htmlCell)
      return "<td dir=\"auto\">\(own.isEmpty ? "–" : own.joined(separator: "<hr>"))</td>"
    }
    let fact = "<small>\(Self.escaped(row.kind))</small> <bdi>\(Self.escaped(row.fact))</bdi>"
    return "<tr class=\"\(row.verdict.rawValue)\"><th>\(fact)</th>\(cells.joined())</tr>"
  }

  private func htmlCell(_ cell: FactRow.Cell) -> String {
    let (before, match, after) = Self.parts(cell)
    let sentence =
      Self.escaped(before)
      + (match.isEmpty ? "" : "<mark>\(Self.escaped(match))</mark>") + Self.escaped(after)
    let value = match.isEmpty ? "<b>\(Self.escaped(cell.value))</b> " : ""
    return "\(value)\(sentence) <cite><bdi>\(Self.escaped(cell.document))</bdi></cite>"
  }

  private var htmlListed: [String] {
    guard !listed.isEmpty else { return [] }
    let heads = sides.map { "<th><bdi>\(Self.escaped($0))</bdi></th>" }.joined()
    let rows = listed.map { row -> String in
      let about = row.prefix(2).filter { $0 != "–" }.joined(separator: ", ")
      let cells = row.dropFirst(3).map { "<td dir=\"auto\">\(Self.escaped($0))</td>" }.joined()
      return "<tr><th><small>\(Self.escaped(about))</small> "
        + "<bdi>\(Self.escaped(row[2]))</bdi></th>\(cells)</tr>"
    }
    return [
      "<h2>side by side</h2>", "<table><thead><tr><th></th>\(heads)</tr></thead><tbody>",
    ] + rows + ["</tbody></table>"]
  }

  private var htmlWords: [String] {
    guard !terms.isEmpty else { return [] }
    let heads = sides.map { "<th><bdi>\(Self.escaped($0))</bdi></th>" }.joined()
    let rows = terms.map { term -> String in
      let counts = term.documents.map { "<td>\($0)</td>" }.joined()
      let ratio = Output.Cell.decimal((term.logRatio * 10).rounded() / 10).plain
      return "<tr><th><bdi>\(Self.escaped(term.term))</bdi></th>\(counts)<td>\(ratio)</td></tr>"
    }
    return [
      "<h2>words</h2>",
      "<table><thead><tr><th>word</th>\(heads)<th>log ratio</th></tr></thead><tbody>",
    ] + rows + ["</tbody></table>"]
  }

  private static let style = """
    body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;\
    color:var(--ink);background:var(--paper)}\
    table{border-collapse:collapse;width:100%;table-layout:fixed;margin-bottom:2rem}\
    th,td{border:1px solid var(--line);padding:.4rem .6rem;text-align:start;vertical-align:top;\
    overflow-wrap:anywhere;font-weight:normal}thead th{background:var(--panel);font-weight:600}\
    mark{background:var(--mark);color:inherit}cite,small{color:var(--quiet);font-size:.85em}\
    h2.conflict{color:var(--against)}h2.update{color:var(--ahead)}
    """

  var markdown: [String] {
    var lines = ["# Comparison of " + sides.map(Self.plain).joined(separator: " and "), ""]
    lines += told.map(Self.plain)
    for (verdict, rows) in sorted {
      lines += ["", "## \(verdict.rawValue)", ""]
      lines.append("| fact | " + sides.map(Self.plain).joined(separator: " | ") + " |")
      lines.append("|---|" + sides.map { _ in "---|" }.joined())
      lines += rows.map(markdownRow)
    }
    lines += markdownListed
    guard !terms.isEmpty else { return lines }
    lines += ["", "## words", "", "| word | side | log ratio |", "|---|---|---:|"]
    return lines
      + terms.map { term in
        let ratio = Output.Cell.decimal((term.logRatio * 10).rounded() / 10).plain
        return "| \(Self.plain(term.term)) | \(Self.plain(sides[term.side])) | \(ratio) |"
      }
  }

  private var markdownListed: [String] {
    guard !listed.isEmpty else { return [] }
    return [
      "", "## side by side", "",
      "| kind | verdict | what | " + sides.map(Self.plain).joined(separator: " | ") + " |",
      "|---|---|---|" + sides.map { _ in "---|" }.joined(),
    ] + listed.map { "| " + $0.map(Self.plain).joined(separator: " | ") + " |" }
  }

  private func markdownRow(_ row: FactRow) -> String {
    let cells = sides.map { side -> String in
      let own = row.cells.filter { $0.side == side }.map { cell -> String in
        let (before, match, after) = Self.parts(cell)
        let marked = match.isEmpty ? "" : "**\(Self.plain(match))**"
        let value = match.isEmpty ? "**\(Self.plain(cell.value))** " : ""
        return value + Self.plain(before) + marked + Self.plain(after)
          + " — \(Self.plain(cell.document))"
      }
      return own.isEmpty ? "–" : own.joined(separator: "; ")
    }
    return "| \(row.kind): \(Self.plain(row.fact)) | " + cells.joined(separator: " | ") + " |"
  }

  /// The sentence before, at and behind the value; the value is empty where it is not in it.
  ///
  /// What a quote says stands in it, not who says it.
  private static func parts(_ cell: FactRow.Cell) -> (String, String, String) {
    let whole = parts(cell, cell.value)
    guard whole.1.isEmpty, let said = cell.value.firstRange(of: ": ") else { return whole }
    return parts(cell, String(cell.value[said.upperBound...]))
  }

  private static func parts(_ cell: FactRow.Cell, _ part: String) -> (String, String, String) {
    let sentence = Array(cell.sentence.utf8)
    let value = Array(part.utf8)
    guard !value.isEmpty, value.count <= sentence.count else { return (cell.sentence, "", "") }
    for start in 0...(sentence.count - value.count)
    where sentence[start] == value[0]
      && sentence[start..<(start + value.count)].elementsEqual(value)
    {
      return (
        String(decoding: sentence[..<start], as: UTF8.self), part,
        String(decoding: sentence[(start + value.count)...], as: UTF8.self)
      )
    }
    return (cell.sentence, "", "")
  }

  /// Text for a page: markup escaped, characters that steer left out.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars where !steers(scalar) {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Text for Markdown: every mark that Markdown or HTML in it reads is escaped.
  static func plain(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars where !steers(scalar) {
      if scalar == "<" {
        out += "&lt;"
        continue
      }
      if "|\\`*_[]#!&~".unicodeScalars.contains(scalar) { out += "\\" }
      out.unicodeScalars.append(scalar)
    }
    return out
  }

  /// Control characters, and those that turn the direction of what follows.
  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029,
      0xFEFF:
      true
    default: false
    }
  }
}
