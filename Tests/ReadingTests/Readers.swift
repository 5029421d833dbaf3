import Grammar
import Reading
import Registry

/// The readers of all packs, for tests.
enum TestReaders {
  static func reader(_ language: String) throws -> Reader {
    guard let pack = Registry.packs.first(where: { $0.code == language }) else {
      throw PackProblem(file: language, line: 0, message: "no pack")
    }
    return try Reader(pack)
  }
}
