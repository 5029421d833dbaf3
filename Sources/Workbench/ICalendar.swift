/// Planned events as a calendar (RFC 5545): whole days, for spans to the day behind the last.
///
/// An event of an uncertain or longer date is tentative and keeps its EDTF; one without a year is
/// left out, since a calendar cannot hold it.
struct ICalendar {
  let sheet: TimelineSheet

  var text: String {
    let events = sheet.entries.filter { $0.status == .planned }.flatMap(event)
    let lines =
      ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//annals//timeline//EN"] + events
      + ["END:VCALENDAR"]
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private func event(_ entry: TimelineSheet.Entry) -> [String] {
    guard let first = entry.days.earliest, let last = entry.days.latest else { return [] }
    let key = "\(entry.document):\(entry.span.start)-\(entry.span.end):\(entry.edtf):\(entry.gloss)"
    let stamp = entry.published.map(Self.digits) ?? Self.digits(first.description)
    let isTentative = entry.isUncertain || !entry.isDay
    let gloss = entry.gloss.isEmpty ? String(entry.text.prefix(80)) : entry.gloss
    let what = entry.wording ?? gloss
    return [
      "BEGIN:VEVENT", "UID:\(String(Folding.key(key), radix: 16))@annals",
      "DTSTAMP:\(stamp)T000000Z",
      "DTSTART;VALUE=DATE:\(Self.digits(first.description))",
      "DTEND;VALUE=DATE:\(Self.digits(last.adding(days: 1).description))",
      "SUMMARY:\(Self.escaped(entry.isDay ? what : "\(entry.edtf): \(what)"))",
      "DESCRIPTION:\(Self.escaped("\(entry.text)\n\(entry.source), \(entry.document), EDTF \(entry.edtf)"))",
      "STATUS:\(isTentative ? "TENTATIVE" : "CONFIRMED")", "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
  }

  private static func digits(_ day: String) -> String { day.filter(\.isNumber) }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": out += "\\\(scalar)"
      case "\n": out += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Lines of at most 75 bytes, parted between characters.
  private static func folded(_ line: String) -> String {
    var out = ""
    var used = 0
    for character in line {
      let count = character.utf8.count
      if used + count > 75 {
        out += "\r\n "
        used = 1
      }
      out.append(character)
      used += count
    }
    return out
  }
}
