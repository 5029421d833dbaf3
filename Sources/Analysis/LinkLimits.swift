import Names

/// Up to which distance in sound names are one, or may be.
///
/// Chosen on every second name part of the development names so that precision is .97 or better
/// between any two scripts; `NameMeasure` prints what others would give.
public struct LinkLimits: Sendable {
  /// Full names of persons join at no more than this.
  public var person = 0.14
  /// No part of a full name may differ by more than this.
  public var part = 0.2
  /// Of both limits so much is left where one of the names is in Han syllables, which tell less.
  public var syllables = 0.75
  /// Names of places and organizations join at no more than this.
  public var word = 0.04
  /// Beyond this nothing is suggested.
  public var suggested = 0.25

  public init() {}

  /// Whether names in scripts like these are one for sure.
  func isSure(_ fit: NameFit, isPerson: Bool, isSyllabic: Bool) -> Bool {
    let share = isSyllabic ? syllables : 1
    return fit.distance <= (isPerson ? person * share : word) && fit.worst <= part * share
  }
}
