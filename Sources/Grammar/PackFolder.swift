import FoundationEssentials

/// Finds the installed folders of the language packs.
enum PackFolder {
  /// Text of `file` in the pack of `language`; nil if the pack has no such file.
  static func contents(of file: String, in language: String) throws(PackProblem) -> String? {
    let manager = FileManager.default
    for folder in candidates(language) where manager.fileExists(atPath: folder) {
      let path = folder + "/" + file
      guard manager.fileExists(atPath: path) else { return nil }
      guard let data = manager.contents(atPath: path),
        let text = String(validating: data, as: UTF8.self)
      else {
        throw PackProblem(file: path, line: 0, message: "the file cannot be read as UTF-8")
      }
      return text
    }
    throw PackProblem(
      file: language, line: 0,
      message:
        "the language pack is not installed; looked in \(candidates(language).joined(separator: ", "))"
    )
  }

  /// Names of all files of the pack of `language`, sorted; none if it is not installed.
  static func files(in language: String) -> [String] {
    let manager = FileManager.default
    let folder = candidates(language).first { manager.fileExists(atPath: $0) }
    return folder.flatMap { try? manager.contentsOfDirectory(atPath: $0).sorted() } ?? []
  }

  /// Beside the executable, as the build leaves it, then as `make install` does.
  private static func candidates(_ language: String) -> [String] {
    [
      executableFolder + "/annals_\(language).resources/Pack",
      executableFolder + "/../share/annals/\(language)",
    ]
  }

  private static let executableFolder: String = {
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let path = link ?? CommandLine.arguments.first ?? ""
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }()
}
