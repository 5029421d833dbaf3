import Testing
import Workbench

@Suite("The grammar of notebooks")
struct NotebookGrammarTests {
  @Test("Commands own the recorded lines below them")
  func steps() throws {
    let notebook = try Notebook(
      path: "x.annals",
      text: """
        annals 1
        # prose
        param who = "Xi Jinping"  # a name
        docs
        #> a
        #~ b*
        timelime
        #! no command timelime*
        """)
    #expect(notebook.steps.map(\.command) == ["docs", "timelime"])
    #expect(notebook.steps.map(\.line) == [4, 7])
    #expect(notebook.steps[0].recorded == [.exact("a"), .glob("b*")])
    #expect(notebook.steps[1].recorded == [.problem("no command timelime*")])
    #expect(notebook.parameters.map(\.value) == ["Xi Jinping"])
    #expect(notebook.parameters.map(\.help) == ["a name"])
  }

  @Test("In Markdown only the fences count")
  func markdown() throws {
    let notebook = try Notebook(
      path: "x.annals.md",
      text: """
        # Title
        docs
        ```annals
        annals 1
        entities
        ```
        ```swift
        let x = 1
        ```
        ```annals
        docs
        ```
        """)
    #expect(notebook.steps.map(\.command) == ["entities", "docs"])
  }

  @Test(
    "What is no notebook is said with file and line",
    arguments: [
      ("docs", "x.annals:1"), ("", "x.annals:1"), ("annals 1\n#> x", "x.annals:2"),
      ("annals 1\nparam x", "x.annals:2"), ("annals 2", "x.annals:1"),
    ])
  func noNotebook(_ text: String, _ place: String) throws {
    let problem = try #require(throws: Problem.self) { try Notebook(path: "x.annals", text: text) }
    #expect(problem.place == place)
    #expect(problem.exitCode == 3)
  }
}
