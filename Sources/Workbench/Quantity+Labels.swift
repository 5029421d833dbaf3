import Analysis

extension Quantity {
  /// The number in its text with what limits it and the first word of what it counts: `about 200
  /// people`.
  var label: String {
    let bound = bound == .exact ? "" : bound.rawValue.replacing("-", with: " ")
    // A single character is a piece of a word in a script without blanks.
    let counted = unit == nil ? counted.first { $0.count > 1 } ?? "" : ""
    return [bound, text.onOneLine, counted].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Value, bound and unit as JSON has them.
  var members: [(key: String, value: JSON)] {
    let unit = unit.map { [$0.dimension, $0.code].filter { !$0.isEmpty }.joined(separator: ":") }
    let counted = counted.joined(separator: " ")
    return [
      ("value", .double(value)), ("bound", .string(bound.rawValue)), ("unit", .optional(unit)),
      ("counted", .optional(counted.isEmpty ? nil : counted)),
    ]
  }
}
