/// A timeline as an SVG picture: a lane for each source or entity, uncertain spans drawn as such.
struct TimelineSVG {
  let sheet: TimelineSheet
  private let lanes: [TimelineSheet.Lane]
  /// Where each lane begins; behind them where the last one ends.
  private let tops: [Int]
  private let first: Int
  private let days: Int

  private static let width = 1000
  private static let left = 170
  private static let top = 34
  private static let laneHeight = 30
  /// Between marks of one lane and day, which stand below one another.
  private static let markHeight = 14

  init(_ sheet: TimelineSheet) {
    self.sheet = sheet
    lanes = sheet.laneList
    tops = lanes.reduce(into: [Self.top]) { tops, lane in
      let deepest = Self.levels(of: lane, in: sheet).max() ?? 0
      tops.append((tops.last ?? 0) + Self.laneHeight + deepest * Self.markHeight)
    }
    let span = sheet.span
    first = span?.first.dayNumber ?? 0
    days = max(1, (span?.last.dayNumber ?? 0) - (span?.first.dayNumber ?? 0) + 1)
  }

  /// The picture by itself.
  var document: String { picture(isAlone: true) }

  /// The picture as a part of a page, its marks linked to the page's entries.
  var embedded: String { picture(isAlone: false) }

  private func picture(isAlone: Bool) -> String {
    let height = (tops.last ?? Self.top) + 16
    let names = isAlone ? " xmlns=\"http://www.w3.org/2000/svg\"" : ""
    let size = "viewBox=\"0 0 \(Self.width) \(height)\""
    var out = [
      "<svg\(names) \(size) role=\"img\" aria-label=\"Timeline\">"
    ]
    if isAlone {
      out.append("<title>\(Markup.escaped(sheet.title))</title>")
      out.append("<style>\(PageColors.style)\(Self.style)\(Self.ground)</style>")
    }
    out += ticks(height)
    for (row, lane) in lanes.enumerated() { out += draw(lane, at: row, isLinked: !isAlone) }
    return (out + ["</svg>"]).joined(separator: "\n")
  }

  /// Behind a picture that is no part of a page.
  private static let ground = "svg{background:var(--paper)}"

  static let style = """
    svg text{font:12px system-ui,sans-serif;fill:var(--ink)}svg .tick{stroke:var(--line)}svg .lane{stroke:var(--panel)}\
    svg .mark{fill:var(--accent);stroke:var(--accent);stroke-width:1.5;fill-opacity:.75}\
    svg .planned{fill:var(--paper);stroke-dasharray:none}svg .conditional{fill:var(--paper);stroke-dasharray:2}svg .denied{fill:var(--paper);stroke:var(--against)}\
    svg .span{fill-opacity:.25}svg .unsure{stroke-dasharray:3 2}svg .pub{fill:var(--quiet);stroke:var(--quiet)}
    """

  private func x(_ day: Int) -> Double {
    let width = Double(Self.width - Self.left - 16)
    return Double(Self.left) + Double(day - first) / Double(days) * width
  }

  private func draw(_ lane: TimelineSheet.Lane, at row: Int, isLinked: Bool) -> [String] {
    let y = tops[row] + Self.laneHeight / 2
    let name = lane.name.count > 22 ? lane.name.prefix(21) + "…" : lane.name[...]
    let line =
      "<line class=\"lane\" x1=\"\(Self.left)\" x2=\"\(Self.width)\" y1=\"\(y)\" y2=\"\(y)\"/>"
    let label =
      "<text x=\"\(Self.left - 12)\" y=\"\(y + 4)\" text-anchor=\"end\">\(Markup.escaped(String(name)))</text>"
    let levels = Self.levels(of: lane, in: sheet)
    return [line, label]
      + zip(lane.entries, levels).compactMap { entry, level in
        mark(entry, at: y + level * Self.markHeight, isLinked: isLinked)
      }
  }

  /// For each entry of a lane how many before it begin on the same day.
  private static func levels(of lane: TimelineSheet.Lane, in sheet: TimelineSheet) -> [Int] {
    var begun: [CalendarDate: Int] = [:]
    return lane.entries.map { index in
      guard let start = sheet.entries[index].days.earliest else { return 0 }
      defer { begun[start, default: 0] += 1 }
      return begun[start] ?? 0
    }
  }

  private func mark(_ index: Int, at y: Int, isLinked: Bool) -> String? {
    let entry = sheet.entries[index]
    guard let start = entry.days.earliest else { return nil }
    let end = entry.days.latest ?? CalendarDate(dayNumber: first + days - 1)
    let about = Markup.escaped("\(entry.label) \(entry.gloss) \(entry.told.prefix(120))")
    let shape =
      start == end
      ? circle(x(start.dayNumber) + half, y, classes(entry), about)
      : bar(x(start.dayNumber), x(end.dayNumber + 1), y, classes(entry) + " span", about)
    return isLinked ? "<a href=\"#n\(index + 1)\">\(shape)</a>" : shape
  }

  private var half: Double { (x(first + 1) - x(first)) / 2 }

  private func classes(_ entry: TimelineSheet.Entry) -> String {
    var classes = "mark \(entry.status.rawValue)"
    if entry.isUncertain || entry.days.latest == nil { classes += " unsure" }
    if entry.basis == .published { classes += " pub" }
    return classes
  }

  private func circle(_ x: Double, _ y: Int, _ classes: String, _ about: String) -> String {
    "<circle class=\"\(classes)\" cx=\"\(tenth(x))\" cy=\"\(y)\" r=\"6\"><title>\(about)</title></circle>"
  }

  private func bar(_ from: Double, _ to: Double, _ y: Int, _ classes: String, _ about: String)
    -> String
  {
    let width = tenth(max(4, to - from))
    return "<rect class=\"\(classes)\" x=\"\(tenth(from))\" y=\"\(y - 6)\" width=\"\(width)\""
      + " height=\"12\" rx=\"4\"><title>\(about)</title></rect>"
  }

  private func tenth(_ value: Double) -> String {
    JSON.double((value * 10).rounded() / 10).description
  }

  // MARK: the axis

  /// Lines at the beginnings of days, months or years, at most a dozen and a half.
  private func ticks(_ height: Int) -> [String] {
    guard sheet.span != nil else { return [] }
    return starts.map { start in
      let x = tenth(x(start.day.dayNumber))
      return "<line class=\"tick\" x1=\"\(x)\" x2=\"\(x)\" y1=\"24\" y2=\"\(height - 8)\"/>"
        + "<text x=\"\(x)\" y=\"18\">\(start.label)</text>"
    }
  }

  private var starts: [(day: CalendarDate, label: String)] {
    let begin = CalendarDate(dayNumber: first)
    let last = CalendarDate(dayNumber: first + days - 1)
    if days <= 45 {
      let step = max(1, (days + 7) / 8)
      return stride(from: 0, to: days, by: step).map { begin.adding(days: $0) }.map {
        ($0, $0.description)
      }
    }
    let months = (last.year - begin.year) * 12 + last.month - begin.month + 1
    let step = max(1, (months + 9) / 10)
    return stride(from: 0, to: months, by: step).map {
      begin.adding(days: 1 - begin.day).adding(months: $0)
    }.map { (max($0, begin), String($0.description.prefix(7))) }
  }
}
