import Store

/// The colours that the analyst chose; what is printed never depends on them.
extension Session {
  public static let themes = ["dark", "light", "none"]
  private static let themeKey = "theme"
  /// What the environment tells.
  private static let automatic = "auto"

  /// The chosen theme; nil: none was.
  public var theme: String? { (try? store.setting(Self.themeKey)).flatMap { $0 } }

  /// - Throws: `Problem` for a word that is no theme.
  public func setTheme(_ name: String) throws -> String {
    guard (Self.themes + [Self.automatic]).contains(name) else {
      throw Problem.unknown("theme", name, among: Self.themes + [Self.automatic])
    }
    try store.setSetting(Self.themeKey, to: name == Self.automatic ? nil : name)
    return name
  }
}
