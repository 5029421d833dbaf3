/// Running and recording notebooks, and writing files.
extension Session {
  /// Runs a notebook's commands here and gives all that they print.
  ///
  /// - Throws: the first `Problem` that the notebook did not expect, with its `file:line`.
  public func runNotebook(_ path: String, parameters: [String: String]) throws -> [String] {
    let notebook = try Notebook.read(files.reading(path))
    var lines: [String] = []
    let results = try Replay(notebook, in: self, parameters: parameters).run { result in
      lines += result.output
    }
    if let problem = results.last(where: { !$0.isExpected })?.problem { throw problem }
    return lines
  }

  public func startRecording(_ name: String) throws -> String {
    if let recording {
      throw Problem("already recording into \(recording.name)", hint: "record --stop ends it")
    }
    let recording = Recording(name: name, path: try files.writing(name))
    try recording.save()
    self.recording = recording
    isFirstRecorded = true
    return "recording into \(name)"
  }

  public func stopRecording() throws -> String {
    guard let recording else { throw Problem("nothing is being recorded") }
    self.recording = nil
    return "recorded in \(recording.name)"
  }

  /// Writes lines into a file that this session may write.
  public func write(text: String, to path: String) throws {
    try FileWriting.write(text, to: files.writing(path))
  }

  public func write(_ lines: [String], to path: String) throws {
    try FileWriting.write(lines, to: files.writing(path))
  }
}
