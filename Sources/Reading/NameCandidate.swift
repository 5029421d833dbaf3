import Facts
import Text

/// A name as it was found, before mentions of the same are put together.
struct NameCandidate {
  var tokens: Range<Int>
  var kind: EntityKind
  /// As the lexicon has it, else as the text has it.
  var name: String
  var identity: String?
  var rule: String
  var evidence: NameEvidence
  /// How sure the tagger is, in tenths.
  var score = 0
  /// The country that an adjective before its title gives a person.
  var nation: String?
  /// The class of its title, such as `head` or `minister`.
  var role: String?
  /// A nation and a role that stand for somebody, without a name.
  var isDescription = false

}

/// What shows that something is a name.
enum NameEvidence {
  /// The lexicon has it.
  case lexicon
  /// A title stands before or behind it, or it is one of a nation.
  case title
  /// The tagger, which learnt from annotated texts.
  case tagger
  /// Capitals, a given name or a word such as Ministry.
  case pattern
}
