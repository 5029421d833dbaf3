import Foundation
import Testing

@testable import Terminal

@Suite("What reaches the terminal")
struct TerminalTextTests {
  @Test("No character that acts on a terminal gets through, of all there are")
  func everyScalar() {
    var harmful: [UInt32] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = TerminalText("a\(scalar)b").description.unicodeScalars
      if shown.contains(where: Hostile.acts) { harmful.append(value) }
    }
    #expect(harmful.isEmpty)
  }

  @Test(
    "Hidden characters are shown by their number",
    arguments: [
      ("\u{1B}[2J", "⟨U+001B⟩[2J"), ("Putin\u{202E}", "Putin⟨U+202E⟩"),
      ("a\u{200B}b", "a⟨U+200B⟩b"),
      ("\u{9B}31m", "⟨U+009B⟩31m"), ("a\tb", "a b"), ("a\rb", "a⟨U+000D⟩b"),
    ])
  func shown(_ text: String, _ expected: String) {
    #expect(TerminalText(text).description == expected)
  }

  @Test("Joiners stay where letters need them", arguments: ["क्‍ष", "👩‍👧", "र‍्"])
  func joiners(_ text: String) { #expect(TerminalText(text).description == text) }

  @Test("A joiner between Latin letters is shown")
  func latinJoiner() { #expect(TerminalText("a\u{200D}b").description == "a⟨U+200D⟩b") }
}
