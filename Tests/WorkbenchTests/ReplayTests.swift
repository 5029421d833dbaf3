import Foundation
import AnnalsTesting
import Registry
import Synchronization
import Testing

@testable import Workbench

@Suite("Replays")
struct ReplayTests {
  /// A folder with one article and a notebook.
  private struct Desk {
    let folder: URL

    init() throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "annals-\(UUID().uuidString)")
      try write(
        "in/a.txt", "Source: Herald\nDate: 2024-10-03\n\nXi Jinping will visit Kazan in October.\n")
    }

    func write(_ path: String, _ text: String) throws {
      let url = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }

    func replay(
      _ lines: String..., named name: String = "x.annals", parameters: [String: String] = [:]
    ) throws -> Replay {
      try write(name, (["annals 1"] + lines).joined(separator: "\n") + "\n")
      let path = folder.appending(path: name).path
      let session = try Session.inMemory(
        catalog: .registered, files: .confined(toNotebook: path))
      return try Replay(try Notebook.read(path), in: session, parameters: parameters)
    }
  }

  @Test("All commands are looked at before the first is run")
  func lookedAt() throws {
    let replay = try Desk().replay("load in", "docs --langg en")
    let results = replay.run()
    #expect(results.count == 1)
    #expect(results[0].problem?.place?.hasSuffix("x.annals:3") == true)
    #expect(try replay.session.documents().isEmpty)
  }

  @Test(
    "What a notebook may not do is refused before anything has happened",
    arguments: [
      "docs | !cat", "watch docs", "load in | !sh -c 'rm -r /'",
    ])
  func refused(_ line: String) throws {
    let replay = try Desk().replay("load in", line)
    let results = replay.run()
    #expect(results.count == 1 && results[0].problem != nil)
    #expect(try replay.session.documents().isEmpty)
  }

  @Test(
    "What a notebook may not touch is refused when it tries",
    arguments: [
      "load /etc/hostname", "load ../../etc", "docs > /tmp/stolen.csv", "docs > ../up.csv",
      "export /tmp/stolen.csv docs", "record /tmp/stolen.annals",
      "session save /tmp/stolen.session",
      "session open other", "session new other", "session merge /etc/hostname", "run /etc/hostname",
      "docs --output /tmp/stolen.json --format json",
    ])
  func confined(_ line: String) throws {
    let desk = try Desk()
    try desk.write("link/target", "x")
    let results = try desk.replay("load in", line).run()
    #expect(results.count == 2 && results[1].problem != nil)
    #expect(!FileManager.default.fileExists(atPath: "/tmp/stolen.csv"))
  }

  @Test("A link out of the folder is not followed")
  func link() throws {
    let desk = try Desk()
    try FileManager.default.createSymbolicLink(
      atPath: desk.folder.path + "/out", withDestinationPath: "/etc")
    let results = try desk.replay("load out/hostname").run()
    #expect(results[0].problem?.summary == "a notebook reads only below its own folder")
  }

  @Test(
    "A pattern does not lead through a link out of the folder", arguments: ["o*", "*/hostname"])
  func pattern(_ pattern: String) throws {
    let desk = try Desk()
    let target = pattern == "o*" ? "/etc/hostname" : "/etc"
    try FileManager.default.createSymbolicLink(
      atPath: desk.folder.path + "/out", withDestinationPath: target)
    let results = try desk.replay("load \(pattern)").run()
    #expect(results[0].problem?.summary == "a notebook reads only below its own folder")
  }

  @Test("Below a marked folder a notebook reads everywhere, and nowhere else")
  func marked() throws {
    let desk = try Desk()
    let lines = ["load ../in", "load /etc/hostname"]
    let unmarked = try desk.replay(lines[0], named: "tour/x.annals").run()
    #expect(unmarked[0].problem?.summary == "a notebook reads only below its own folder")
    try desk.write(FileAccess.rootMark, "")
    let marked = try desk.replay(lines[0], lines[1], named: "tour/x.annals").run()
    #expect(marked.count == 2 && marked[0].problem == nil && marked[1].problem != nil)
  }

  @Test("A mark that the folder's owner did not set does not count", .enabled(if: getuid() == 0))
  func foreignMark() throws {
    let desk = try Desk()
    try desk.write(FileAccess.rootMark, "")
    chown(desk.folder.path + "/" + FileAccess.rootMark, 12345, 12345)
    let results = try desk.replay("load ../in", named: "tour/x.annals").run()
    #expect(results[0].problem != nil)
  }

  @Test(
    "Ctrl-C ends a replay in the line that runs, whatever it was to print",
    arguments: [true, false])
  func interrupted(_ keepGoing: Bool) throws {
    let replay = try Desk().replay("load in", "tag a d1", "#! *", "tag b d1")
    let isStopped = Mutex(false)
    replay.session.isStopped = { isStopped.withLock { $0 } }
    var ran = 0
    let results = replay.run(keepGoing: keepGoing) { _ in
      ran += 1
      isStopped.withLock { $0 = true }
    }
    #expect(ran == 2)
    #expect(results.last?.problem?.kind == .interrupted)
    #expect(results.last?.isExpected == false)
    #expect(results.last?.problem?.place?.hasSuffix("x.annals:3") == true)
    replay.session.isStopped = nil
    #expect(try replay.session.run("docs --tag a").output.rows.isEmpty)
  }

  @Test("A notebook that is cut off within a session leaves what its whole commands did")
  func interruptedWithin() throws {
    let session = try SampleSession.make()
    try Data("annals 1\ntag a d1\ntag b d1\nmerge Kremlin Peskov\n".utf8)
      .write(to: URL(filePath: session.files.folder + "/x.annals"))
    let before = try session.run("entities").output
    for calls in [10, 30, 50, 60, 70, 80, 90, 100, 120] {
      session.stop(after: calls)
      do {
        try session.run("run x.annals")
        session.isStopped = nil
      } catch {
        session.isStopped = nil
        #expect(error.kind == .interrupted)
        #expect(error.place?.contains("x.annals:") == true)
        #expect(try session.run("entities").output == before)
      }
      if try !session.run("docs --tag a").output.rows.isEmpty { try session.run("undo") }
      #expect(try session.run("entities").output == before)
      #expect(try session.run("docs --tag a").output.rows.isEmpty)
      #expect(try session.run("session check").output.lines == ["everything is whole"])
    }
  }

  @Test("What a saved command changes is taken back like any other change")
  func recalled() throws {
    let session = try SampleSession.make()
    for line in ["save mark 'tag $1 d1'", "recall mark kazan"] { try session.run(line) }
    #expect(try session.run("undo").output.lines == ["undone: tag $1 d1"])
    #expect(try session.run("docs --tag kazan").output.rows.isEmpty)
  }

  @Test("A set that an earlier line makes is known to a later one")
  func sets() throws {
    let replay = try Desk().replay("load in", "let all = docs", "events --docs $all", "$all & $all")
    #expect(replay.run().allSatisfy { $0.problem == nil })
  }

  @Test("The plan says what each command may touch")
  func plan() throws {
    let lines = try Desk().replay("load in", "docs > x.csv", "docs").plan()
    #expect(lines[0].hasSuffix("load in | changes the session, reads files"))
    #expect(lines[1].hasSuffix("docs > x.csv | writes files"))
    #expect(lines[2].hasSuffix("docs | reads the session"))
    #expect(lines.count == 5)
  }

  @Test("A difference is put down to the inputs, the rules or the outputs")
  func causes() throws {
    let desk = try Desk()
    let first = try desk.replay("load in", "#* ", "docs", "#> nothing")
    let stamp = try {
      _ = first.run(keepGoing: true); return try first.session.stamp()
    }()
    func cause(_ stamp: Notebook.Stamp) throws -> Replay.Cause? {
      let line = "#= rules \(stamp.rules) inputs \(stamp.inputs)"
      let replay = try desk.replay(line, "load in", "#* ", "docs", "#> nothing")
      return try replay.cause(of: replay.run())?.cause
    }
    #expect(try cause(stamp) == .output)
    #expect(try cause(Notebook.Stamp(rules: "0", inputs: stamp.inputs)) == .rules)
    #expect(try cause(Notebook.Stamp(rules: stamp.rules, inputs: "0")) == .input)
  }

  @Test("An update stamps what it records, once")
  func stamped() throws {
    let desk = try Desk()
    let replay = try desk.replay("load in", "#* ", "docs", "#> nothing")
    let results = replay.run(keepGoing: true)
    let text = Replay.updated(replay.notebook, with: results, stamp: try replay.session.stamp())
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[0] == "annals 1" && lines[1].hasPrefix("#= rules "))
    #expect(lines.filter { $0.hasPrefix("#=") }.count == 1)
    #expect(try Notebook(path: "x.annals", text: text).stamp == replay.session.stamp())
  }

  @Test("A difference is shown in the order of the lines")
  func difference() throws {
    let replay = try Desk().replay(
      "load in", "#> one", "#> d1 | en | 2024-10-03 text | a.txt | loaded", "#> two")
    let result = try #require(replay.run(keepGoing: true).first)
    let signs = Replay.difference(result, of: replay.notebook).dropFirst().map(\.first)
    #expect(signs.first == "-" && signs.last == "+")
  }

  @Test("Parameters come from the notebook, a file, and the command line")
  func parameters() throws {
    let desk = try Desk()
    try desk.write("p.tsv", "# remark\nwho\tXi Jinping\n")
    let file = try Parameters.read(file: desk.folder.appending(path: "p.tsv").path)
    let replay = try desk.replay(
      "param who = Nobody", "load in", "expect entity \"$who\" = Xi", parameters: file)
    #expect(replay.run().allSatisfy { $0.problem == nil })
    try desk.write("p.tsv", "no tab\n")
    let problem = #expect(throws: Problem.self) {
      try Parameters.read(file: desk.folder.appending(path: "p.tsv").path)
    }
    #expect(problem?.place?.hasSuffix("p.tsv:1") == true)
  }

  @Test(
    "A parameter takes what its default is: a number, a date, or any text",
    arguments: [
      ("day = 2024-10-03", "day", "2024-10", true), ("day = 2024-10-03", "day", "October", false),
      ("day = 2024-10-03", "day", "2024", true), ("most = 5", "most", "7", true),
      ("most = 5", "most", "2024-10-03", false), ("most = 5", "most", "many", false),
      ("who = Putin", "who", "2024", true),
    ])
  func kinds(_ declared: String, _ name: String, _ value: String, _ isTaken: Bool) throws {
    let make = { try Desk().replay("param " + declared, "docs", parameters: [name: value]) }
    if isTaken {
      #expect(try make().session.variables[name] == value)
    } else {
      let problem = #expect(throws: Problem.self) { try make() }
      #expect(problem?.kind == .usage)
      #expect(problem?.culprit == value)
    }
  }

  @Test("A page shows prose, commands and outputs, and lets nothing of the text act")
  func rendering() throws {
    let desk = try Desk()
    try desk.write("in/b.txt", "Source: <script>alert(1)</script>\u{202E}\n\nNothing.\n")
    let replay = try desk.replay("# What is `there`?", "load in", "docs")
    let rendering = Rendering(replay.notebook, replay.run())
    let html = rendering.html
    #expect(html.contains("<p>What is <code>there</code>?</p>"))
    #expect(html.contains("<pre class=\"command\">docs</pre>"))
    #expect(html.contains("<th>lang</th>"))
    #expect(!html.contains("<script>") && !html.contains("\u{202E}"))
    #expect(rendering.markdown.contains("| doc | lang | published | source | name | title |"))
  }
}
