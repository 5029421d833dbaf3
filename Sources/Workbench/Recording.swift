/// A notebook that is being written while the analyst works.
struct Recording {
  /// As the analyst named it.
  let name: String
  let path: String
  private var lines = ["annals 1"]

  init(name: String, path: String) {
    self.name = name
    self.path = path
  }

  /// Adds a command and what it printed, and writes the file.
  ///
  /// - Throws: `Problem` if the file cannot be written.
  mutating func add(_ line: String, _ output: [String]) throws(Problem) {
    lines.append(line)
    lines += output.map { $0.isEmpty ? "#>" : "#> " + $0 }
    try save()
  }

  /// Adds a command that failed, with the problem that replaying it must give.
  mutating func add(_ line: String, failed problem: Problem) throws(Problem) {
    lines += [line, "#! " + problem.oneLine]
    try save()
  }

  func save() throws(Problem) { try FileWriting.write(lines, to: path) }
}
