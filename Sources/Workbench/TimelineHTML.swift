/// A timeline as one HTML page that needs nothing else: no script, no network.
///
/// The page forbids scripts and outside content by its own policy; all text is escaped, and what is
/// opened, filtered and followed works by HTML and CSS alone.
struct TimelineHTML {
  let sheet: TimelineSheet

  /// Sources by which the page can be filtered; more would not fit.
  private static let mostFilters = 24

  var document: String {
    let title = Markup.escaped(sheet.title)
    return
      ([
        "<!doctype html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        "<meta name=\"referrer\" content=\"no-referrer\">", "<title>\(title)</title>",
        "<style>\(Self.styles)\(filterRules)</style>", "</head>", "<body>",
        "<header><h1>Timeline</h1><p class=\"scope\"><code>\(title)</code></p>",
        "<p>\(summary)</p></header>",
        "<div class=\"picture\">\(TimelineSVG(sheet).embedded)</div>", legend,
      ] + filters + ["<ol class=\"entries\">"] + sheet.entries.indices.map(item)
      + ["</ol>", "</body>", "</html>", ""]).joined(separator: "\n")
  }

  private var summary: String {
    let documents = Set(sheet.entries.map(\.document)).count
    return "\(counted(sheet.entries.count, "line")) from "
      + "\(counted(documents, "document")), \(counted(sources.count, "source"))"
  }

  private var legend: String {
    "<p class=\"legend\"><span class=\"happened\">● happened</span> "
      + "<span class=\"planned\">○ planned</span> <span class=\"denied\">○ denied</span> "
      + "<span class=\"published\">● dated by publication only</span> "
      + "<span>▭ longer than a day, or that uncertain; dashed: a guess</span></p>"
  }

  private var sources: [String] { Set(sheet.entries.flatMap(\.sources)).sorted() }
  private var filtered: [String] { Array(sources.prefix(Self.mostFilters)) }

  // MARK: filters, by radio buttons and sibling rules

  private var filters: [String] {
    let statuses = EventStatus.allCases.map(\.rawValue)
    let status = (["all"] + statuses).map { radio("s", $0, "s-" + $0, $0 == "all") }
    let source =
      [radio("q", "every source", "q-all", true)]
      + filtered.enumerated().map { radio("q", $1, "q-\($0)", false) }
    return ["<div class=\"filter\">"] + status + ["</div><div class=\"filter\">"] + source
      + ["</div>"]
  }

  private func radio(_ group: String, _ label: String, _ id: String, _ isOn: Bool) -> String {
    "<label><input type=\"radio\" name=\"\(group)\" id=\"\(id)\"\(isOn ? " checked" : "")> "
      + "<bdi>\(Markup.escaped(label))</bdi></label>"
  }

  private var filterRules: String {
    let statuses = EventStatus.allCases.map { status in
      "body:has(#s-\(status.rawValue):checked) .entry:not(.is-\(status.rawValue)){display:none}"
    }
    let sources = filtered.indices.map { index in
      "body:has(#q-\(index):checked) .entry:not(.q-\(index)){display:none}"
    }
    return (statuses + sources).joined()
  }

  // MARK: entries

  private func item(_ index: Int) -> String {
    let entry = sheet.entries[index]
    let own = filtered.enumerated().filter { entry.sources.contains($1) }.map { "q-\($0.offset)" }
    let classes = (["entry", "is-\(entry.status.rawValue)"] + own).joined(separator: " ")
    let gloss = entry.gloss.isEmpty ? "" : "<span class=\"gloss\">\(bdi(entry.gloss))</span>"
    let mark =
      entry.status == .happened
      ? "" : "<em class=\"\(entry.status.rawValue)\">\(entry.statusLabel)</em>"
    return [
      "<li id=\"n\(index + 1)\" class=\"\(classes)\"><details><summary>",
      "<time>\(Markup.escaped(entry.label))</time> \(mark) \(gloss)",
      entry.wording.map { "<p class=\"own\">\(bdi($0))</p>" } ?? "",
      "<p lang=\"\(Markup.escaped(entry.language))\" dir=\"auto\">\(Markup.escaped(entry.text))</p>",
      "<small>\(support(entry))</small></summary>", details(entry), "</details></li>",
    ].joined(separator: "\n")
  }

  private func support(_ entry: TimelineSheet.Entry) -> String {
    [
      counted(entry.reports, "report"), counted(entry.sources.count, "source"),
      counted(entry.roots.count, "independent root"),
    ].joined(separator: ", ")
  }

  private func details(_ entry: TimelineSheet.Entry) -> String {
    let name = bdi(entry.title ?? entry.document)
    let document =
      Markup.link(entry.url).map { "<a href=\"\($0)\" rel=\"noreferrer noopener\">\(name)</a>" }
      ?? name
    let published = entry.published.map { ", published \(Markup.escaped($0))" } ?? ", undated"
    var facts = [
      ("Document", "\(document) (\(bdi(entry.source))\(published))"),
      ("Place", "<code>\(bdi(entry.document))</code>, bytes \(entry.span.start)–\(entry.span.end)"),
    ]
    if let expression = entry.expression {
      let rule = Markup.escaped(entry.rule ?? "")
      let anchor = Markup.escaped(entry.anchor ?? "none")
      facts.append(
        (
          "Date",
          "“\(bdi(expression))” is \(Markup.escaped(entry.edtf)), rule <code>\(rule)</code>, anchor \(anchor)"
        ))
    } else {
      let basis = entry.basis == .published ? "only the publication day" : "an earlier sentence"
      facts.append(("Date", "\(Markup.escaped(entry.edtf)) from \(basis)"))
    }
    if !entry.otherDates.isEmpty {
      facts.append(("Elsewhere", Markup.escaped(entry.otherDates.joined(separator: ", "))))
    }
    facts.append(("Sources", entry.sources.map(bdi).joined(separator: ", ")))
    facts.append(("Roots", entry.roots.map(bdi).joined(separator: ", ")))
    facts.append(("Explain", "<code>why \(Markup.escaped(entry.handles))</code>"))
    let rows = facts.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" }
    return "<dl>" + rows.joined() + "</dl>"
  }

  private func bdi(_ text: String) -> String { "<bdi>\(Markup.escaped(text))</bdi>" }

  private static let styles = PageColors.style + style + TimelineSVG.style

  private static let style = """
    *{box-sizing:border-box}body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:62rem;\
    padding:1rem;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}h1{margin:.2em 0}\
    .scope code{background:var(--panel);padding:.2em .4em}.picture{overflow-x:auto}\
    .picture svg{width:100%;min-width:40rem;height:auto}.filter{display:flex;flex-wrap:wrap;gap:.2rem .9rem;\
    margin:.4rem 0;font-size:.9rem}.legend{font-size:.85rem;color:var(--quiet)}.legend span{margin-right:.8rem}.legend .happened,.legend .planned{color:var(--accent)}.legend .denied{color:var(--against)}.legend .published{color:var(--quiet)}\
    .entries{list-style:none;padding:0;border-left:3px solid var(--line)}.entry{padding:.4rem 0 .4rem 1rem}\
    .entry:target{background:var(--glow)}summary{cursor:pointer}summary p{margin:.2rem 0}\
    time{font-weight:600}.own{font-weight:600}.gloss{color:var(--accent)}em{font-style:normal;font-size:.8rem;padding:0 .4em;\
    border:1px solid}em.planned,em.conditional{color:var(--ahead)}em.denied{color:var(--against)}small{color:var(--quiet)}\
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .8rem;margin:.4rem 0;font-size:.9rem}\
    dt{color:var(--quiet)}dd{margin:0}@media(max-width:40rem){dl{grid-template-columns:1fr}dt{margin-top:.3rem}}
    """
}
