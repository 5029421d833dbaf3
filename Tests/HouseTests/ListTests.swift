import Foundation
import Grammar
import Registry
import Testing
import Workbench

/// The two lists of Package.swift against the folders.
@Suite("Languages and plugins")
struct ListTests {
  private func folders(below path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: ArrowTests.root.appending(path: path).path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test("Every language folder is registered, and no other")
  func languages() throws {
    #expect(
      try folders(below: "Sources/Languages") == Catalog.registered.packs.map(\.name).sorted())
  }

  @Test("Every plugin folder is registered, and no other")
  func plugins() throws {
    let registered = Catalog.registered.plugins.map { $0.name }.sorted()
    #expect(try folders(below: "Plugins") == registered)
  }

  @Test("Every pack compiles", arguments: Catalog.registered.packs.map(\.code))
  func packs(_ code: String) throws {
    #expect(try Readers(Catalog.registered.packs).reader(for: code) != nil)
  }
}
