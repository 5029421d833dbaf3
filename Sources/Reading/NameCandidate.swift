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
  /// The country that an adjective before its title gives a person.
  var nation: String?
  /// The class of its title, such as `head` or `minister`.
  var role: String?
  /// A nation and a role that stand for somebody, without a name.
  var isDescription = false

  /// Whether the lexicon knows it, rather than a title, capitals or a pattern.
  var isKnown: Bool { rule.hasPrefix("lexicon") || identity != nil }
}
