import Testing
import Workbench

@Suite("The command line's words")
struct WordsTests {
  @Test(
    "Blanks part words, quotations keep them",
    arguments: [
      ("load a b", ["load", "a", "b"]),
      ("merge E1 \"शी जिनपिंग\"", ["merge", "E1", "शी जिनपिंग"]),
      ("note d1 'a $b \"c\"'", ["note", "d1", "a $b \"c\""]),
      ("docs  # all of them", ["docs"]),
      ("search #7", ["search"]),
      ("search a#7", ["search", "a#7"]),
      ("note d1 \"a \\\"b\\\"\"", ["note", "d1", "a \"b\""]),
      ("", []),
    ] as [(String, [String])])
  func splitting(_ line: String, _ words: [String]) throws {
    #expect(try Words.split(line) == words)
  }

  @Test("A variable stands for its value, as one word")
  func variable() throws {
    #expect(
      try Words.split("load $where -x", variables: ["where": "a b"]) == ["load", "a b", "-x"])
  }

  @Test("An unknown variable is a problem that suggests the closest")
  func unknownVariable() throws {
    let problem = try #require(throws: Problem.self) {
      try Words.split("load $pat", variables: ["path": "x"])
    }
    #expect(problem.hint == "did you mean $path?")
  }

  @Test("A quotation that is not closed is a problem that points at it")
  func unclosed() throws {
    let problem = try #require(throws: Problem.self) { try Words.split("note d1 \"abc") }
    #expect(problem.culprit == "\"abc")
  }

  @Test(
    "A quoted word is read back the same",
    arguments: ["a", "a b", "a\"b", "#x", "$y", "it's", "", "पुतिन को", "\\"])
  func quoting(_ word: String) throws {
    #expect(try Words.split(Words.quoted(word)) == [word])
  }
}
