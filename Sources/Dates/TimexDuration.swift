/// A unit of time, as ISO 8601 durations and TIMEX3 write it.
public enum TimeUnit: String, Sendable, CaseIterable {
  case second = "S"
  case minute = "MIN"
  case hour = "H"
  case day = "D"
  case weekend = "WE"
  case week = "W"
  case month = "M"
  case quarter = "Q"
  case year = "Y"
  case decade = "DE"
  case century = "CE"
  /// A period of unknown size.
  case unknown = "X"

  /// Smaller than a day.
  public var isClock: Bool { self == .second || self == .minute || self == .hour }

  /// The unit as it stands in a duration: minutes share M with months, behind the T.
  var symbol: String { self == .minute ? "M" : rawValue }
}

/// How many units: a number, or an unknown one (`PXD`).
public enum TimeAmount: Hashable, Sendable {
  case whole(Int)
  /// Thousandths: 2500 is 2.5.
  case milli(Int)
  case unknown

  var text: String {
    switch self {
    case .whole(let value): return String(value)
    case .unknown: return "X"
    case .milli(let value):
      var fraction = CalendarDate.pad(value % 1000, 3)
      while fraction.hasSuffix("0") { fraction.removeLast() }
      return fraction.isEmpty ? String(value / 1000) : "\(value / 1000).\(fraction)"
    }
  }

  /// More of a unit have no thousandths: they could not be counted.
  private static let most = Int.max / 1000

  init?(_ text: Substring) {
    if text == "X" {
      self = .unknown
    } else if let whole = Int(text), whole >= 0 {
      self = .whole(whole)
    } else {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 2, let whole = Int(parts[0]), (0..<Self.most).contains(whole),
        (1...3).contains(parts[1].utf8.count),
        let fraction = Int(parts[1] + String(repeating: "0", count: 3 - parts[1].utf8.count))
      else { return nil }
      self = .milli(whole * 1000 + fraction)
    }
  }
}

/// A length of time: `P3D`, `PT5H30M`, `PXY`.
public struct TimexDuration: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    public var amount: TimeAmount
    public var unit: TimeUnit

    public init(_ amount: TimeAmount, _ unit: TimeUnit) {
      self.amount = amount
      self.unit = unit
    }
  }

  /// From the largest unit to the smallest.
  public var parts: [Part]

  public init(_ parts: [Part]) { self.parts = parts }

  public init(_ amount: TimeAmount, _ unit: TimeUnit) { parts = [Part(amount, unit)] }
}

extension TimexDuration: CustomStringConvertible {
  public var description: String {
    var text = "P"
    var isClock = false
    for part in parts {
      if part.unit.isClock, !isClock {
        text += "T"
        isClock = true
      }
      text += part.amount.text + part.unit.symbol
    }
    return text
  }

  /// Reads what `description` prints; nil for anything else.
  public init?(_ text: String) {
    guard text.hasPrefix("P"), text.utf8.count > 2 else { return nil }
    var parts: [Part] = []
    var isClock = false
    var rest = text.dropFirst()
    while let first = rest.first {
      if first == "T", !isClock {
        isClock = true
        rest = rest.dropFirst()
        continue
      }
      let amount = rest.prefix { $0.isNumber || $0 == "." }
      let length = amount.isEmpty ? 1 : amount.count
      guard let value = TimeAmount(rest.prefix(length)) else { return nil }
      let symbol = rest.dropFirst(length).prefix { $0.isLetter && $0 != "T" }
      guard let unit = Self.unit(String(symbol), isClock: isClock) else { return nil }
      parts.append(Part(value, unit))
      rest = rest.dropFirst(length + symbol.count)
    }
    guard !parts.isEmpty else { return nil }
    self.parts = parts
  }

  private static func unit(_ symbol: String, isClock: Bool) -> TimeUnit? {
    if isClock {
      return symbol == "M"
        ? .minute : ["H", "S"].contains(symbol) ? TimeUnit(rawValue: symbol) : nil
    }
    guard let unit = TimeUnit(rawValue: symbol), !unit.isClock else { return nil }
    return unit
  }
}
