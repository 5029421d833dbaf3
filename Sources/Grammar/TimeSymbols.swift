import Text

/// The classes that the matcher itself gives to numbers.
struct TimeSymbols: Sendable {
  let n, ordinal, suffix, day, mon, hour, minute, second, yy, nextyy, year, anyyear, hhmm: Int
  /// Whether a blank may stand before an ordinal's suffix: a row `loose-suffix`.
  let looseSuffix: Bool

  static let hyphen = Folding.key("-")

  init(_ lexicon: inout TimeLexicon) {
    looseSuffix = lexicon.symbols["loose-suffix"] != nil
    n = lexicon.symbol(of: "n")
    ordinal = lexicon.symbol(of: "ordinal")
    suffix = lexicon.symbol(of: "suffix")
    day = lexicon.symbol(of: "day")
    mon = lexicon.symbol(of: "mon")
    hour = lexicon.symbol(of: "hour")
    minute = lexicon.symbol(of: "minute")
    second = lexicon.symbol(of: "second")
    yy = lexicon.symbol(of: "yy")
    nextyy = lexicon.symbol(of: "nextyy")
    year = lexicon.symbol(of: "year")
    anyyear = lexicon.symbol(of: "anyyear")
    hhmm = lexicon.symbol(of: "hhmm")
  }
}
