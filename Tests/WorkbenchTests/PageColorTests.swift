import AnnalsTesting
import Foundation
import Testing

@testable import Workbench

@Suite("Colours of pages")
struct PageColorTests {
  /// Every page and picture there is.
  private static let pages = [
    "export a.html timeline", "export a.svg timeline", "compare d1 d2 --to a.html", "render",
  ]

  private func page(_ line: String) throws -> String {
    let session = try SampleSession.make()
    guard line != "render" else {
      let notebook = try Notebook(path: "x.annals", text: "annals 1\ndocs\nnothing\n#! *\n")
      return Rendering(notebook, try Replay(notebook, in: session).run()).html
    }
    try session.run(line)
    let name = line.hasSuffix("html") ? "a.html" : String(line.split(separator: " ")[1])
    return try String(contentsOfFile: session.files.folder + "/" + name, encoding: .utf8)
  }

  @Test(
    "A page is light or dark as the reader's system is, in colours that both have", arguments: pages
  )
  func scheme(_ line: String) throws {
    let page = try page(line)
    #expect(page.contains("@media(prefers-color-scheme:dark)"))
    let style = page.replacingOccurrences(of: PageColors.style, with: "")
    let raw = try Regex("(color|background|fill|stroke|border[a-z-]*):[^;}]*#[0-9a-fA-F]{3}")
    #expect(style.firstMatch(of: raw) == nil)
    for name in names(in: style) {
      #expect(PageColors.style.split(separator: "\(name):").count == 3, "\(name) in both schemes")
    }
  }

  private func names(in style: String) -> Set<String> {
    Set(style.components(separatedBy: "var(").dropFirst().map { "\($0.prefix { $0 != ")" })" })
  }

  @Test(
    "Text stands out from what is behind it in both schemes",
    arguments: ["ink", "quiet", "accent", "ahead", "against"])
  func contrast(_ name: String) throws {
    for (text, paper) in zip(try colors(name), try colors("paper")) {
      let (light, dark) = (max(text, paper), min(text, paper))
      // What the guidelines for accessible content ask of text of usual size.
      #expect((light + 0.05) / (dark + 0.05) >= 4.5)
    }
  }

  /// Relative luminances, light scheme first.
  private func colors(_ name: String) throws -> [Double] {
    try PageColors.style.components(separatedBy: "--\(name):#").dropFirst().map { rest in
      var hex = String(rest.prefix { $0.isHexDigit })
      if hex.count == 3 { hex = hex.map { "\($0)\($0)" }.joined() }
      let value = try #require(Int(hex, radix: 16))
      let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
        let share = Double(part) / 255
        return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
  }
}
