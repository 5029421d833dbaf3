import Facts
import Grammar
import Text

/// A statement before chains are made.
struct QuoteDraft {
  var content: Range<Int>
  let cue: Range<Int>?
  let speaker: Party?
  /// Who cites the speaker in the same clause: "TASS, citing Zakharova, said".
  var through: Party?
  /// How its cue attributes; nil without a cue.
  var use: QuoteLexicon.Use?
  var rule: String

  /// Whether the cue is of saying, or there is none.
  var isSaid: Bool {
    switch use {
    case .says, .saysUnmarked, .saying, nil: true
    default: false
    }
  }

  /// Whether the speaker tells of something, rather than wanting or judging it.
  var tells: Bool {
    switch use {
    case .wants, .judges, .judging, .noun: false
    default: true
    }
  }
}
