public import Text

/// How a name sounds, so that names compare across scripts.
///
/// Every word is a chain of pieces, each with its likely sounds; one word of an alphabet is one
/// piece, a Han word has a piece for every character. Sounds are written in the letters of
/// `SoundLetter`.
public struct Sound: Sendable {
  /// Letters that a piece may stand for, and what choosing them costs.
  struct Reading: Sendable {
    let letters: [UInt8]
    let cost: Float
  }

  typealias Piece = [Reading]

  /// Words in order, each of at least one piece.
  let words: [[Piece]]
  public let script: Script
  /// The words as parts of names that are listed.
  let listed: ListedParts

  /// The number of words; a Han name without a dot is one word.
  public var count: Int { words.count }

  /// The name in letters of sounds, words parted by blanks; one text for each way of reading it.
  public var spellings: [String] {
    let ways = min(2, words.flatMap { $0 }.map(\.count).max() ?? 1)
    return (0..<ways).map { way in
      words.map { word in
        let letters = word.flatMap { $0[min(way, $0.count - 1)].letters }
        return String(decoding: letters, as: UTF8.self)
      }.joined(separator: " ")
    }
  }

  /// Longest word that is sounded, in pieces or letters.
  static let longest = 40

  /// - Parameters:
  ///   - readings: how Han characters are sounded; asked for only where there are some.
  ///   - parts: forms of name parts that are one though they sound apart.
  /// - Returns: nil if a word is in a script that is not sounded, or has several scripts.
  public init?(
    _ name: String, readings: @autoclosure () -> HanReadings = .none, parts: PartTable = .none
  ) {
    let tokenized = TokenizedText(name)
    let tokens = tokenized.tokens.filter { $0.kind == .word }
    guard let script = tokens.first?.script, tokens.allSatisfy({ $0.script == script })
    else { return nil }
    self.script = script
    let written = Self.written(tokenized, script)
    guard !written.isEmpty, written.count <= 8,
      written.allSatisfy({ $0.unicodeScalars.count <= Self.longest })
    else { return nil }
    listed = ListedParts(written, script, parts)
    switch script {
    case .devanagari: words = written.map { [[Reading(DevanagariSound.letters($0))]] }
    case .arabic: words = written.map { [Self.piece(ArabicSound.readings($0))] }
    case .cyrillic: words = Self.words(written, CyrillicSound.letters, .palladius)
    case .latin:
      let bare = written.map(LatinSound.bare)
      words = zip(Self.words(bare, LatinSound.letters, .pinyin), bare).map { word, bare in
        [Self.piece(word[0].map(\.letters) + [LatinSound.continentalLetters(bare)])]
      }
    case .han:
      let readings = readings()
      let words = written.map { word in word.unicodeScalars.map { readings[$0] } }
      guard words.allSatisfy({ word in !word.contains(where: \.isEmpty) }) else { return nil }
      self.words = words
    case .other, .none: return nil
    }
    let isSounded = words.allSatisfy { word in
      word.count <= Self.longest && word.contains { $0.contains { !$0.letters.isEmpty } }
        && word.allSatisfy { $0.allSatisfy { $0.letters.count <= Self.longest } }
    }
    guard isSounded else { return nil }
  }

  /// The words of a name as written; Han characters without a mark between them are one word.
  private static func written(_ text: TokenizedText, _ script: Script) -> [String] {
    var words: [String] = []
    var end = -1
    for token in text.tokens where token.kind == .word {
      if script == .han, token.span.start == end, let last = words.indices.last {
        words[last] += text.string(token.span)
      } else {
        words.append(text.string(token.span))
      }
      end = token.span.end
    }
    return words
  }

  /// A piece that is read in one of these ways; ways that are the same are one.
  private static func piece(_ ways: [[UInt8]]) -> Piece {
    var seen: Set<[UInt8]> = []
    return ways.filter { seen.insert($0).inserted }.map { Reading($0) }
  }

  /// Words of an alphabet; if all are syllables of Chinese as that alphabet writes it, they may
  /// be sounded so too.
  private static func words(
    _ written: [String], _ letters: (String) -> [UInt8], _ spelling: SyllableSpelling
  ) -> [[Piece]] {
    let syllables = written.map { spelling.letters($0) }
    let isChinese = syllables.allSatisfy { $0 != nil }
    return zip(written, syllables).map { word, syllable in
      let plain = Reading(letters(word))
      guard isChinese, let syllable else { return [[plain]] }
      return [[plain, Reading(syllable)]]
    }
  }
}

extension Sound.Reading {
  init(_ letters: [UInt8]) { self.init(letters: letters, cost: 0) }
}

/// The letters in which sounds are written: those of ASCII, and capitals for what English needs
/// two letters for.
enum SoundLetter {
  static let a = UInt8(ascii: "a")
  static let e = UInt8(ascii: "e")
  static let i = UInt8(ascii: "i")
  static let o = UInt8(ascii: "o")
  static let u = UInt8(ascii: "u")

  static func isVowel(_ letter: UInt8) -> Bool {
    letter == a || letter == e || letter == i || letter == o || letter == u
  }
}
