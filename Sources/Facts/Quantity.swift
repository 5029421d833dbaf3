public import Text

/// A number that a text states: its value, what it counts or measures, and how exactly.
public struct Quantity: Sendable, Equatable, Codable {
  /// How the words before a number limit it.
  public enum Bound: String, Sendable, Codable, CaseIterable {
    case exact, about
    case atLeast = "at-least"
    case atMost = "at-most"
  }

  /// What a number measures.
  public struct Unit: Sendable, Equatable, Codable {
    /// `length`, `money`, `percent`, `person` …; units of one dimension can be compared.
    public var dimension: String
    /// `EUR` of money; else empty: the factor says it all.
    public var code: String
    /// How many base units one of these is: 1000 for a kilometre where the base is the metre.
    public var factor: Double

    public init(dimension: String, code: String = "", factor: Double = 1) {
      self.dimension = dimension
      self.code = code
      self.factor = factor
    }
  }

  /// The number with its unit.
  public var span: Span
  public var text: String
  public var value: Double
  /// Place of the last digit that counts: 1000 for 25,000, 0.1 for 2.5.
  public var step: Double
  public var bound: Bound
  public var unit: Unit?
  /// Up to three folded words behind it: what is counted.
  public var counted: [String]

  public init(
    span: Span, text: String, value: Double, step: Double, bound: Bound = .exact,
    unit: Unit? = nil, counted: [String] = []
  ) {
    self.span = span
    self.text = text
    self.value = value
    self.step = step
    self.bound = bound
    self.unit = unit
    self.counted = counted
  }

  /// The value in base units of its dimension.
  public var base: Double { value * (unit?.factor ?? 1) }
}
