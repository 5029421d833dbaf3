import Foundation

/// A real terminal: the program runs in a tmux server of its own, and its screen is text.
struct Pane {
  private let name = "annals-test-\(UUID().uuidString)"
  let folder: URL

  static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux")

  private static let program = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: ".build/debug/annals")

  /// Opens a session at the prompt.
  ///
  /// - Parameters:
  ///   - commands: run before, as `-c` runs them, on the articles of the notebooks.
  ///   - files: texts of files in the folder, by name.
  ///   - environment: `NAME=value`, for the program.
  ///   - script: what a shell runs there instead; `$ANNALS` is the program.
  init(
    columns: Int = 80, after commands: [String] = [], editrc: String? = nil,
    files: [String: String] = [:], environment: [String] = [], script: String? = nil
  ) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    if let editrc {
      try Data(editrc.utf8).write(to: folder.appending(path: ".editrc"))
    }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    let session = folder.appending(path: "test.session").path
    if !commands.isEmpty {
      try Self.run(Self.program.path, [session] + commands.flatMap { ["-c", $0] })
    }
    let program = script.map { ["sh", "-c", $0] } ?? [Self.program.path, session]
    let variables =
      [
        "ANNALS=\(Self.program.path)", "HOME=\(folder.path)", "LANG=C.UTF-8", "LC_ALL=C.UTF-8",
        "NO_COLOR=",
      ]
      + environment
    try tmux(
      ["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "24"]
        + ["-c", folder.path, "env"] + variables + program)
  }

  func close() {
    _ = try? tmux(["kill-server"])
    try? FileManager.default.removeItem(at: folder)
  }

  /// Types text as it stands.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", text]) }

  /// Presses keys by tmux's names: `Enter`, `Left`, `C-c`.
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Pastes as a person does, in brackets where the program asked for them.
  func paste(_ text: String) throws {
    try tmux(["set-buffer", text])
    try tmux(["paste-buffer", "-p"])
  }

  func resize(columns: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "24"])
  }

  /// The lines on the screen, blanks at their ends and empty lines left out.
  ///
  /// - Parameter hasLooks: with the sequences that colour it.
  func screen(looks hasLooks: Bool = false) throws -> [String] {
    try tmux(["capture-pane", "-b", "screen"] + (hasLooks ? ["-e"] : []))
    let file = folder.appending(path: "screen").path
    try tmux(["save-buffer", "-b", "screen", file])
    let text = try String(contentsOfFile: file, encoding: .utf8)
    return text.split(separator: "\n").map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }

  /// The screen as soon as it holds what is waited for, else as it is after ten seconds.
  func screen(once isReady: ([String]) -> Bool) throws -> [String] {
    var lines: [String] = []
    for _ in 0..<200 {
      lines = try screen()
      if isReady(lines) { return lines }
      usleep(50_000)
    }
    return lines
  }

  /// The screen once its last line is `line`.
  func screen(endingIn line: String) throws -> [String] { try screen { $0.last == line } }

  private func tmux(_ arguments: [String]) throws {
    try Self.run("/usr/bin/tmux", ["-u", "-L", name] + arguments)
  }

  /// Foundation's `Process` would wait for the server too, which outlives the client.
  private static func run(_ program: String, _ arguments: [String]) throws {
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    // Tests run on threads that block signals, and a server that inherits that cannot be ended.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var child: pid_t = 0
    guard posix_spawn(&child, program, &actions, &attributes, &words, environ) == 0 else {
      throw CocoaError(.fileNoSuchFile)
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
  }
}
