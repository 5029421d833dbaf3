public import Grammar
public import Reading
import Synchronization

/// The compiled packs, each made when its language is first read.
public final class Readers: Sendable {
  private let packs: [String: LanguagePack]
  /// Names that the analyst added to those of the packs.
  let aliases: [NameAlias]
  private let compiled = Mutex<[String: Reader]>([:])
  private let emptyWords = Mutex<[String: Set<String>]>([:])

  public convenience init(_ packs: [LanguagePack]) { self.init(packs, aliases: []) }

  init(_ packs: [LanguagePack], aliases: [NameAlias]) {
    self.aliases = aliases
    self.packs = Dictionary(packs.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Codes of the languages that can be read, sorted.
  public var languages: [String] { packs.keys.sorted() }

  /// Folded words of a language that carry no topic; nothing else of its pack is compiled for them.
  ///
  /// - Throws: `Problem` if the pack is not installed or has a bad entry.
  func functionWords(of language: String) throws(Problem) -> Set<String> {
    if let known = emptyWords.withLock({ $0[language] }) { return known }
    guard let pack = packs[language] else { return [] }
    do {
      let words = try NameLexicon.functionWords(pack)
      emptyWords.withLock { $0[language] = words }
      return words
    } catch {
      throw Problem(error.description, hint: "install annals with its language packs")
    }
  }

  /// The reader of a language; nil for one without a pack.
  ///
  /// - Throws: `Problem` if the pack is not installed or has a bad entry.
  public func reader(for language: String) throws(Problem) -> Reader? {
    guard let pack = packs[language] else { return nil }
    if let reader = compiled.withLock({ $0[language] }) { return reader }
    do {
      let reader = try Reader(pack, aliases: aliases)
      compiled.withLock { $0[language] = reader }
      return reader
    } catch {
      throw Problem(error.description, hint: "install annals with its language packs")
    }
  }
}
