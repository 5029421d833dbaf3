import Registry
import Testing
import Workbench

@Suite("Checking packs")
struct PackCheckTests {
  @Test("Every pack that ships checks clean, and its line counts rules and examples")
  func clean() throws {
    let checks = try Catalog.registered.checkPacks(of: [])
    #expect(checks.flatMap(\.problems) == [])
    #expect(checks.allSatisfy { $0.lines.count == 1 && !$0.lines[0].contains(" 0 rules") })
  }

  @Test("A language without a pack is a problem that names those there are")
  func unknown() {
    let problem = #expect(throws: Problem.self) {
      try Catalog.registered.checkPacks(of: ["hi", "xx"])
    }
    #expect(problem?.culprit == "xx" && problem?.hint?.contains("hi") == true)
  }
}
