import Glibc

/// The colours of a terminal; they only repeat what the text says too.
public enum Theme: String, Sendable, CaseIterable {
  /// For light letters on a dark ground.
  case dark
  /// For dark letters on a light ground.
  case light
  /// No colours, and nothing else that a terminal could misread.
  case none

  /// What is to stand out.
  public enum Role: Sendable, CaseIterable {
    case header, handle, bar, error, caret
  }

  /// The theme for standard output.
  ///
  /// None where it is no terminal that can place the cursor, or where `NO_COLOR` asks for that; else
  /// the chosen one; else what `COLORFGBG` tells of the ground. The terminal itself is not asked:
  /// some never answer.
  public static func current(chosen: Theme?) -> Theme {
    guard Device.canPlace else { return .none }
    return choice(
      chosen, noColor: variable("NO_COLOR"), foregroundAndBackground: variable("COLORFGBG"))
  }

  /// - Parameter foregroundAndBackground: numbers of colours, `15;0` or `15;default;0`.
  static func choice(_ chosen: Theme?, noColor: String?, foregroundAndBackground: String?) -> Theme
  {
    if noColor?.isEmpty == false { return .none }
    if let chosen { return chosen }
    guard let ground = foregroundAndBackground?.split(separator: ";").last.flatMap({ Int($0) })
    else { return .none }
    // 7 is light grey and 9 to 15 are bright, but for 8, a dark grey.
    return ground == 7 || (9...15).contains(ground) ? .light : .dark
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The sequence that begins a role; empty: it looks like the rest.
  func sequence(_ role: Role) -> String {
    switch (self, role) {
    case (.none, _): ""
    case (_, .header): "\u{1B}[1m"
    case (.dark, .handle): "\u{1B}[96m"
    case (.dark, .bar): "\u{1B}[94m"
    case (.light, .handle), (.light, .bar): "\u{1B}[34m"
    case (.dark, .error): "\u{1B}[1;91m"
    case (.light, .error): "\u{1B}[1;31m"
    case (.dark, .caret): "\u{1B}[93m"
    case (.light, .caret): "\u{1B}[35m"
    }
  }
}
