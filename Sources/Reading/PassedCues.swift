import Grammar

/// The last cue of each use in a sentence up to a place, so that no cue looks back over all others.
struct PassedCues {
  private(set) var last: QuoteCues.Cue?
  private(set) var that: Range<Int>?
  private(set) var marker: Range<Int>?
  private(set) var pronoun: Range<Int>?
  private(set) var according: Range<Int>?

  mutating func pass(_ cue: QuoteCues.Cue) {
    last = cue
    switch cue.use {
    case .that: that = cue.range
    case .marker: marker = cue.range
    case .pronoun: pronoun = cue.range
    case .accordingAfter: according = cue.range
    default: return
    }
  }
}
