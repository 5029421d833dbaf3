/// Up to which distance in sound names are one, or may be.
///
/// Chosen on every second name part of the development names so that precision is .97 or better
/// between any two scripts; `NameMeasure` prints what others would give.
public struct LinkLimits: Sendable {
  /// Full names of persons join at no more than this.
  public var person = 0.10
  /// No part of a full name may differ by more than this.
  public var part = 0.13
  /// Names of places and organizations join at no more than this.
  public var word = 0.04
  /// Beyond this nothing is suggested.
  public var suggested = 0.25

  public init() {}

  func sure(isPerson: Bool) -> Double { isPerson ? person : word }
}
