import Text

/// Words that attribute a statement: `quotes.tsv`, rows of use and forms.
public struct QuoteLexicon: Sendable {
  /// How a phrase attributes.
  public enum Use: String, Sendable, CaseIterable {
    /// A verb of saying: कहा, said, 表示.
    case says
    /// Stands right behind the speaker: ने.
    case marker
    /// Stands right behind the one who is spoken to: को.
    case addressee
    /// Begins what is said: कि, that, что, rằng.
    case that
    /// Stands before the speaker: according to, по словам, theo.
    case accordingBefore = "according-before"
    /// Stands behind the speaker: के अनुसार.
    case accordingAfter = "according-after"
    /// Stands for a person named before: he, उन्होंने.
    case pronoun
  }

  public let phrases: PhraseTrie<Use>
  /// Whether subjects are marked: then a verb without a marked subject attributes nothing.
  public let marksSpeakers: Bool

  /// - Throws: `PackProblem` at the first bad entry.
  public init(_ pack: LanguagePack) throws(PackProblem) {
    var phrases = PhraseTrie<Use>()
    var marks = false
    if let file = try pack.file("quotes.tsv") {
      for row in file.rows {
        guard let use = row[0].flatMap(Use.init), let forms = row[1] else {
          let uses = Use.allCases.map(\.rawValue).joined(separator: ", ")
          throw file.problem("a row of quotes begins with one of \(uses)", at: row)
        }
        marks = marks || use == .marker
        for form in forms.split(separator: "|") { phrases.insert(Folding.keys(String(form)), use) }
      }
    }
    self.phrases = phrases
    marksSpeakers = marks
  }
}
