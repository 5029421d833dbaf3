import Testing

@testable import Workbench

@Suite("Provenance")
struct ProvenanceTests {
  private func provenance(_ line: String) -> Provenance? {
    Provenance([Noise(span: Span(0, line.utf8.count), kind: "provenance")], in: line)
  }

  @Test("The address of a source line and its host are found")
  func address() {
    let found = provenance("स्रोत: https://www.example.org/2024/10/02/kazan.html")
    #expect(found?.url == "https://www.example.org/2024/10/02/kazan.html")
    #expect(found?.host == "example.org")
  }

  @Test(
    "A line without an address, or with a broken one, is none",
    arguments: ["स्रोत: तास", "स्रोत: https://", "स्रोत: http://x"])
  func none(_ line: String) { #expect(provenance(line) == nil) }
}
