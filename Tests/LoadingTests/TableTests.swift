import Facts
import Foundation
import Loading
import Testing

/// Tables of articles: their cells, and columns that the analyst names.
struct TableTests {
  private func results(_ table: String, columns: [String: String] = [:]) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
    try Data(table.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var lines: [String] = []
    FileLoader(parsers: nil, columns: columns).pieces(
      of: SourceFile(path: file.path, name: "t.csv")
    ) { piece in
      for result in PieceReader(parsers: nil).read(piece) {
        switch result {
        case .loaded(let document): lines.append("\(document.title ?? "-"): \(document.text)")
        case .rejected(let name, let reason): lines.append("\(name): \(reason)")
        }
      }
      return true
    }
    return lines
  }

  @Test("Quotes hold separators, line breaks and quotes")
  func quotes() throws {
    #expect(
      try results("title,text\r\nA,\"one, two\r\nthree \"\"four\"\"\"\r\n,\r\nB,five\r\n")
        == ["A: one, two\nthree \"four\"", "B: five"])
  }

  @Test("The analyst says which column is the text")
  func mapping() throws {
    #expect(
      try results("Kopf;Inhalt\nA;one, two\n", columns: ["text": "Inhalt", "title": "Kopf"])
        == ["A: one, two"])
    #expect(
      try results("Kopf;Inhalt\nA;b\n", columns: ["text": "Body"])
        == ["t.csv: it has no column Body"])
  }
}
