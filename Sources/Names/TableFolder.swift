import FoundationEssentials

/// Finds the installed name tables: beside the executable, as the build leaves them, or where
/// `make install` puts them.
enum TableFolder {
  static func path(of file: String) -> String? {
    let candidates = [
      executableFolder + "/annals_Names.resources/Tables/" + file,
      executableFolder + "/../share/annals/Names/" + file,
    ]
    return candidates.first { FileManager.default.fileExists(atPath: $0) }
  }

  /// The text of a table; nil if it is not installed or no UTF-8.
  static func contents(of file: String) -> String? {
    guard let path = path(of: file), let data = FileManager.default.contents(atPath: path)
    else { return nil }
    return String(validating: data, as: UTF8.self)
  }

  /// The bytes of a table, mapped rather than read; none if it is not installed.
  static func bytes(of file: String) -> Data {
    guard let path = path(of: file) else { return Data() }
    return (try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)) ?? Data()
  }

  private static let executableFolder: String = {
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let path = link ?? CommandLine.arguments.first ?? ""
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }()
}
