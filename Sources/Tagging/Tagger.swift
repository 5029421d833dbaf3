import Facts
package import Grammar
package import Text

/// Finds names in texts of one language by weights that were learnt from annotated texts.
package struct Tagger: Sendable {
  private let model: Model
  private let tables: NameTables
  private let viterbi: Viterbi

  /// The tagger of a pack; nil where the pack has no `tagger.model`.
  ///
  /// - Throws: `PackProblem` if the model cannot be read.
  package init?(_ pack: LanguagePack) throws(PackProblem) {
    guard let bytes = try pack.bytes("tagger.model") else { return nil }
    guard let model = ModelFile.model(bytes) else {
      throw PackProblem(file: "\(pack.name)/tagger.model", line: 0, message: "not a tagger's model")
    }
    self.init(model, try NameTables(pack))
  }

  init(_ model: Model, _ tables: NameTables) {
    self.model = model
    self.tables = tables
    viterbi = Viterbi(transitions: model.transitions, ending: model.ending)
  }

  /// The names of a text, in order, as ranges of its tokens; none overlap.
  package func names(in text: TokenizedText) -> [TaggedName] {
    var names: [TaggedName] = []
    for sentence in text.sentences {
      let forms = tables.forms(of: text, sentence)
      let scores = model.scores(of: Features.rows(of: forms), count: forms.count)
      let path = viterbi.path(scores)
      guard path.contains(where: { $0 != Label.outside }) else { continue }
      let marginals = viterbi.marginals(scores)
      for name in Label.names(of: path) {
        names.append(
          TaggedName(
            tokens: (name.tokens.lowerBound + sentence.lowerBound)..<(name.tokens.upperBound
              + sentence.lowerBound), kind: name.kind,
            score: margin(of: name, path, marginals) * model.step / 100))
      }
    }
    return names
  }

  /// How much the best path without one of the name's labels falls behind the best.
  private func margin(of name: TaggedName, _ path: [Int], _ marginals: [Viterbi.Lanes]) -> Int {
    var margin = Int.max
    for token in name.tokens {
      var others = marginals[token]
      let best = others[path[token]]
      others[path[token]] = 2 * Model.never
      margin = min(margin, Int(best) - Int(others.max()))
    }
    return margin
  }
}

extension NameTables {
  /// The word forms of a sentence, with what the tables say.
  func forms(of text: TokenizedText, _ sentence: Range<Int>) -> [WordForm] {
    let tokens = text.tokens[sentence]
    var forms = text.bytes.withUnsafeBufferPointer { bytes in
      let former = WordFormer(bytes, variants: variants)
      return tokens.map { former.form(of: $0) }
    }
    noteJoins(&forms, tokens)
    mark(&forms, tokens)
    return forms
  }

  /// Notes which tokens no blank parts, where one of them is in a script without capitals.
  ///
  /// With capitals the features lose by it: what is learnt from are mostly tokens between blanks.
  private func noteJoins(_ forms: inout [WordForm], _ tokens: ArraySlice<Token>) {
    for index in forms.indices.dropFirst() {
      let token = tokens[tokens.startIndex + index]
      let before = tokens[tokens.startIndex + index - 1]
      guard before.span.end == token.span.start,
        before.script == .devanagari || token.script == .devanagari
      else { continue }
      forms[index - 1].joins |= 2
      forms[index].joins |= 1
    }
  }
}
