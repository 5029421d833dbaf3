public import Grammar
import Reading

/// A language pack compiled, with the examples of its rules run.
public struct PackCheck {
  public let pack: LanguagePack
  /// `Hindi/times.rules:12: …`, in the order of the file.
  public let problems: [String]
  private let rules: Int
  private let examples: Int

  public init(_ pack: LanguagePack) {
    self.pack = pack
    do {
      _ = try Reader(pack)
      let grammar = try TimeGrammar(pack)
      problems = grammar.problems(in: "\(pack.name)/times.rules").map(\.description)
      rules = grammar.rules.count
      examples = grammar.rules.reduce(0) { $0 + $1.examples.count }
    } catch {
      problems = ["\(error)"]
      (rules, examples) = (0, 0)
    }
  }

  /// The problems, then one line that counts.
  public var lines: [String] {
    let counts = "\(counted(rules, "rule")) of time, \(counted(examples, "example"))"
    return problems + ["\(pack.name): \(counts), \(counted(problems.count, "problem"))"]
  }
}

extension Catalog {
  /// Checks the packs of the languages named by code, all without any.
  ///
  /// - Throws: `Problem` for a language without a pack.
  public func checkPacks(of languages: [String]) throws(Problem) -> [PackCheck] {
    for language in languages { _ = try pack(of: language) }
    return packs.filter { languages.isEmpty || languages.contains($0.code) }.map(PackCheck.init)
  }

  /// The pack of a language by its code.
  ///
  /// - Throws: `Problem` for a language without a pack.
  public func pack(of language: String) throws(Problem) -> LanguagePack {
    if let pack = packs.first(where: { $0.code == language }) { return pack }
    let known = packs.map(\.code).sorted().joined(separator: ", ")
    throw Problem("no pack \(language)", at: language, hint: "there are \(known)")
  }
}
