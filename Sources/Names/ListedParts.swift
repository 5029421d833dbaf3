import Text

/// The words of a name as numbers of listed name parts, see `PartTable`.
struct ListedParts: Sendable {
  /// Numbers of each word, in order; a word that is not listed has none.
  private let words: [[UInt32]]
  /// Of a Han name in one piece, numbers of its first one and two characters, and of the rest.
  private let cuts: [(surname: [UInt32], given: [UInt32])]

  init(_ words: [String], _ script: Script, _ table: PartTable) {
    self.words = words.map { table.numbers(of: $0) }
    guard script == .han, words.count == 1, (2...4).contains(words[0].unicodeScalars.count) else {
      cuts = []
      return
    }
    let letters = words[0].unicodeScalars
    cuts = (1...2).map { cut in
      (
        table.numbers(of: String(letters.prefix(cut))),
        table.numbers(of: String(letters.dropFirst(cut)))
      )
    }
  }

  func word(_ index: Int) -> [UInt32] { words[index] }

  func surname(cut: Int) -> [UInt32] { cut <= cuts.count ? cuts[cut - 1].surname : [] }

  func given(cut: Int) -> [UInt32] { cut <= cuts.count ? cuts[cut - 1].given : [] }

  /// Whether two words are forms of one part.
  static func areOne(_ a: [UInt32], _ b: [UInt32]) -> Bool { a.contains { b.contains($0) } }
}
