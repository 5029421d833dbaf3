package import Facts

/// What a token is in a name: outside, or the begin, inside, end or whole of one of a kind.
///
/// Labels are small numbers, so that weights and paths are plain arrays: 0 is outside, then four
/// for each kind in the order of `kinds`.
enum Label {
  static let kinds: [EntityKind] = [.person, .organization, .place]
  static let outside = 0
  static let count = 1 + 4 * kinds.count

  /// Where in its name a token stands; the raw value is its place within the four of a kind.
  enum Position: Int {
    case begin, inside, end, whole
  }

  static func label(_ kind: Int, _ position: Position) -> Int { 1 + 4 * kind + position.rawValue }

  static func kind(of label: Int) -> Int? { label == outside ? nil : (label - 1) / 4 }

  static func position(of label: Int) -> Position? {
    label == outside ? nil : Position(rawValue: (label - 1) % 4)
  }

  /// Whether a name is open behind this label.
  static func isOpen(_ label: Int) -> Bool {
    position(of: label).map { $0 == .begin || $0 == .inside } ?? false
  }

  /// Whether `next` may stand behind `previous`; nil is the sentence's start or end.
  static func follows(_ next: Int?, _ previous: Int?) -> Bool {
    let continues = next.flatMap(position).map { $0 == .inside || $0 == .end } ?? false
    guard let previous, isOpen(previous) else { return !continues }
    return continues && next.flatMap(kind) == kind(of: previous)
  }

  /// Labels of a sentence of `count` tokens with these names, which must not overlap.
  static func labels(of names: [TaggedName], count: Int) -> [Int] {
    var labels = [Int](repeating: outside, count: count)
    for name in names {
      guard let kind = kinds.firstIndex(of: name.kind) else { continue }
      let last = name.tokens.upperBound - 1
      for index in name.tokens {
        let isFirst = index == name.tokens.lowerBound
        let position: Position =
          isFirst ? (index == last ? .whole : .begin) : (index == last ? .end : .inside)
        labels[index] = label(kind, position)
      }
    }
    return labels
  }

  /// The names that a path of labels spells.
  static func names(of labels: [Int]) -> [TaggedName] {
    var names: [TaggedName] = []
    var start: Int?
    for (index, label) in labels.enumerated() {
      guard let position = position(of: label), let kind = kind(of: label) else {
        start = nil
        continue
      }
      if position == .begin || position == .whole { start = index }
      guard position == .end || position == .whole, let first = start else { continue }
      names.append(TaggedName(tokens: first..<index + 1, kind: kinds[kind]))
      start = nil
    }
    return names
  }
}

/// A name that the tagger found, as a range of tokens.
package struct TaggedName: Equatable, Sendable {
  package var tokens: Range<Int>
  package var kind: EntityKind
  /// How much better the best reading is than the best one without this name, in tenths of what
  /// one sentence changed a weight by in training; 0 where it was not asked for.
  package var score = 0

  package init(tokens: Range<Int>, kind: EntityKind, score: Int = 0) {
    self.tokens = tokens
    self.kind = kind
    self.score = score
  }
}
