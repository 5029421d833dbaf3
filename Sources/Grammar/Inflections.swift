/// How names change with case, and what is written as one with them: `inflections.tsv`.
struct Inflections: Sendable {
  private typealias Rule = (ending: String, others: [String])

  /// By kind, longest ending first.
  private let endings: [String: [Rule]]
  /// By kind, longest first, without the `^`.
  private let beginnings: [String: [Rule]]

  init(_ pack: LanguagePack) throws(PackProblem) {
    var endings: [String: [Rule]] = [:]
    var beginnings: [String: [Rule]] = [:]
    if let file = try pack.file("inflections.tsv") {
      for row in file.rows {
        guard let kind = row[0], let ending = row[1] else {
          throw file.problem("an inflection has a kind, an ending and what replaces it", at: row)
        }
        let others = (row[2] ?? "").split(separator: "|").map(String.init)
        if ending.hasPrefix("^") {
          beginnings[kind, default: []].append((String(ending.dropFirst()), others))
        } else {
          endings[kind, default: []].append((ending, others))
        }
      }
    }
    let byLength = { (a: Rule, b: Rule) in (b.ending.count, a.ending) < (a.ending.count, b.ending) }
    self.endings = endings.mapValues { $0.sorted(by: byLength) }
    self.beginnings = beginnings.mapValues { $0.sorted(by: byLength) }
  }

  /// The form itself and its other cases, each also behind what is written as one with it.
  func forms(of form: String, kind: String) -> [String] {
    let cases = cases(of: form, kind: kind)
    guard let rules = beginnings[kind] else { return cases }
    return cases.flatMap { form -> [String] in
      guard let rule = rules.first(where: { form.hasPrefix($0.ending) }) else { return [form] }
      return [form] + rule.others.map { $0 + form.dropFirst(rule.ending.count) }
    }
  }

  /// The words of a name change together.
  private func cases(of form: String, kind: String) -> [String] {
    guard let rules = endings[kind] else { return [form] }
    let words = form.split(separator: " ").map(String.init)
    let perWord = words.map { variants(of: $0, rules) }
    let cases = perWord.map(\.count).max() ?? 1
    let inflected = (0..<cases).map { index in
      perWord.map { $0.count > 1 ? $0[min(index, $0.count - 1)] : $0[0] }.joined(separator: " ")
    }
    return Array(Set([form] + inflected)).sorted()
  }

  private func variants(of word: String, _ rules: [Rule]) -> [String] {
    guard let rule = rules.first(where: { word.hasSuffix($0.ending) }) else { return [word] }
    let stem = word.dropLast(rule.ending.count)
    return [word] + rule.others.map { stem + $0 }
  }
}
