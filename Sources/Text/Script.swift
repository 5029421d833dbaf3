/// The writing system of a character, as far as the rules need to tell.
public enum Script: UInt8, Sendable {
  case latin, cyrillic, devanagari, han, arabic, other, none
}
