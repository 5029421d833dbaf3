/// What annals knows of one language: a folder of plain files.
///
/// The folder is found when a file is first asked for, so that languages that are not read cost
/// nothing at start-up.
public struct LanguagePack: Sendable {
  /// ISO 639 code: `hi`.
  public let code: String
  /// The language's English name, which is also the name of its module and folder: `Hindi`.
  public let name: String

  public init(code: String, name: String) {
    self.code = code
    self.name = name
  }

  /// The pack's file of that name (`times.tsv`), or nil where the pack has none.
  ///
  /// - Throws: `PackProblem` if the pack's folder is not installed or the file cannot be read.
  public func file(_ file: String) throws(PackProblem) -> PackFile? {
    guard let contents = try PackFolder.contents(of: file, in: name) else { return nil }
    return PackFile(name: "\(name)/\(file)", contents: contents)
  }

  /// The bytes of the pack's file of that name, or nil where the pack has none.
  ///
  /// - Throws: `PackProblem` if the pack's folder is not installed or the file cannot be read.
  public func bytes(_ file: String) throws(PackProblem) -> [UInt8]? {
    try PackFolder.bytes(of: file, in: name)
  }

  /// Every file of the pack with its bytes, by name.
  ///
  /// - Throws: `PackProblem` if a file cannot be read.
  public func contents() throws(PackProblem) -> [(name: String, bytes: [UInt8])] {
    var contents: [(name: String, bytes: [UInt8])] = []
    for file in PackFolder.files(in: name) {
      contents.append((file, try PackFolder.bytes(of: file, in: name) ?? []))
    }
    return contents
  }
}
