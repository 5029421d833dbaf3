/// How names change with case: the endings of `inflections.tsv`.
struct Inflections: Sendable {
  /// By kind, longest ending first.
  private let rules: [String: [(ending: String, others: [String])]]

  init(_ pack: LanguagePack) throws(PackProblem) {
    var rules: [String: [(ending: String, others: [String])]] = [:]
    if let file = try pack.file("inflections.tsv") {
      for row in file.rows {
        guard let kind = row[0], let ending = row[1] else {
          throw file.problem("an inflection has a kind, an ending and what replaces it", at: row)
        }
        let others = (row[2] ?? "").split(separator: "|").map(String.init)
        rules[kind, default: []].append((ending, others))
      }
    }
    self.rules = rules.mapValues { rules in
      rules.sorted { ($1.ending.count, $0.ending) < ($0.ending.count, $1.ending) }
    }
  }

  /// The form itself and its other cases; the words of a name change together.
  func forms(of form: String, kind: String) -> [String] {
    guard let rules = rules[kind] else { return [form] }
    let words = form.split(separator: " ").map(String.init)
    let perWord = words.map { variants(of: $0, rules) }
    let cases = perWord.map(\.count).max() ?? 1
    let inflected = (0..<cases).map { index in
      perWord.map { $0.count > 1 ? $0[min(index, $0.count - 1)] : $0[0] }.joined(separator: " ")
    }
    return Array(Set([form] + inflected)).sorted()
  }

  private func variants(of word: String, _ rules: [(ending: String, others: [String])]) -> [String]
  {
    guard let rule = rules.first(where: { word.hasSuffix($0.ending) }) else { return [word] }
    let stem = word.dropLast(rule.ending.count)
    return [word] + rule.others.map { stem + $0 }
  }
}
