import Grammar
import Reading
import Registry
import Synchronization

/// The readers of all packs, for tests; each is compiled once.
enum TestReaders {
  private static let compiled = Mutex<[String: Reader]>([:])

  static func reader(_ language: String) throws -> Reader {
    try compiled.withLock { readers throws in
      if let reader = readers[language] { return reader }
      guard let pack = Registry.packs.first(where: { $0.code == language }) else {
        throw PackProblem(file: language, line: 0, message: "no pack")
      }
      let reader = try Reader(pack)
      readers[language] = reader
      return reader
    }
  }
}
