/// Whether two amounts of money may be one sum, as rates of exchange of the day are not known here.
enum Exchange {
  /// Dollars for one unit, lowest and highest of 2000 to 2025 in round figures (year-end rates of
  /// central banks); wide enough for a report that rounds.
  private static let dollars: [String: ClosedRange<Double>] = [
    "USD": 1...1, "EUR": 0.82...1.6, "GBP": 1.05...2.1, "JPY": 0.006...0.0135,
    "CNY": 0.117...0.167, "INR": 0.011...0.026, "RUB": 0.0075...0.044,
  ]

  /// What amounts may differ by where a currency is not in the table.
  private static let widest = 150.0
  /// What rounding in a report may add.
  private static let slack = 1.08

  /// - Parameters:
  ///   - code, other: ISO 4217.
  static func allows(_ amount: Double, _ code: String, _ second: Double, _ other: String) -> Bool {
    guard let here = dollars[code], let there = dollars[other] else {
      return max(amount, second) <= min(amount, second) * widest
    }
    let (low, high) = (amount * here.lowerBound / slack, amount * here.upperBound * slack)
    return low <= second * there.upperBound && second * there.lowerBound <= high
  }
}
