/// Chinese syllables as another alphabet writes them, with their sound.
///
/// Hanyu Pinyin (ISO 7098) for Latin letters, the Palladius system for Cyrillic ones.
struct SyllableSpelling: Sendable {
  private struct Part: Sendable {
    let written: [UInt8]
    let sound: [UInt8]

    init(_ written: String, _ sound: String) {
      (self.written, self.sound) = (Array(written.utf8), Array(sound.utf8))
    }
  }

  /// Longest spelling first.
  private let initials: [Part]
  private let finals: [Part]
  /// What an initial sounds as before a front vowel, where that differs.
  private let front: [[UInt8]: [UInt8]]
  private let frontVowels: [[UInt8]]

  private init(
    initials: [(String, String)], finals: [(String, String)], front: [String: String] = [:],
    frontVowels: [String] = []
  ) {
    let byLength = { (a: (String, String), b: (String, String)) in a.0.count > b.0.count }
    self.initials = initials.sorted(by: byLength).map { Part($0.0, $0.1) }
    self.finals = finals.sorted(by: byLength).map { Part($0.0, $0.1) }
    self.front = Dictionary(
      front.map { (Array($0.key.utf8), Array($0.value.utf8)) }, uniquingKeysWith: { $1 })
    self.frontVowels = frontVowels.map { Array($0.utf8) }
  }

  /// The sound of a word that is all syllables; nil for any other word.
  func letters(_ word: String) -> [UInt8]? {
    let word = Array(word.lowercased().utf8)
    guard word.count <= Sound.longest else { return nil }
    return parse(Self.composed(word)[...], depth: 0).map { $0.withoutDoubles }
  }

  /// With `й` as one character: of the letters of both alphabets it alone may be written as two.
  private static func composed(_ word: [UInt8]) -> [UInt8] {
    guard word.contains(breve[0]) else { return word }
    var composed: [UInt8] = []
    for byte in word {
      composed.append(byte)
      guard composed.suffix(4).elementsEqual(looseShortI) else { continue }
      composed.removeLast(4)
      composed += shortI
    }
    return composed
  }

  private static let breve = Array("\u{306}".utf8)
  private static let looseShortI = Array("\u{438}\u{306}".utf8)
  private static let shortI = Array("\u{439}".utf8)

  /// At most six syllables, so that the search stays small.
  private func parse(_ rest: ArraySlice<UInt8>, depth: Int) -> [UInt8]? {
    guard !rest.isEmpty else { return [] }
    guard depth < 6 else { return nil }
    for initial in initials where Self.begins(rest, initial) {
      let after = rest.dropFirst(initial.written.count)
      for final in finals where Self.begins(after, final) {
        if let tail = parse(after.dropFirst(final.written.count), depth: depth + 1) {
          let isFront = frontVowels.contains { after.starts(with: $0) }
          let onset = isFront ? front[initial.written] ?? initial.sound : initial.sound
          return onset + final.sound + tail
        }
      }
    }
    return nil
  }

  @inline(__always)
  private static func begins(_ rest: ArraySlice<UInt8>, _ part: Part) -> Bool {
    guard let first = part.written.first else { return true }
    guard rest.first == first, rest.count >= part.written.count else { return false }
    return part.written.indices.allSatisfy { rest[rest.startIndex + $0] == part.written[$0] }
  }

  static let pinyin = SyllableSpelling(
    initials: [
      ("", ""), ("b", "b"), ("p", "p"), ("m", "m"), ("f", "f"), ("d", "d"), ("t", "t"), ("n", "n"),
      ("l", "l"), ("g", "g"), ("k", "k"), ("h", "H"), ("j", "J"), ("q", "C"), ("x", "S"),
      ("zh", "J"), ("ch", "C"), ("sh", "S"), ("r", "r"), ("z", "z"), ("c", "T"), ("s", "s"),
      ("y", "i"), ("w", "v"),
    ],
    finals: [
      "a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "er", "i", "ia", "ie",
      "iao", "iu", "ian", "in", "iang", "ing", "iong", "u", "ua", "uo", "uai", "ui", "uan", "un",
      "uang", "ue",
    ].map { ($0, $0) } + [("ong", "ung")])

  static let palladius = SyllableSpelling(
    initials: [
      ("", ""), ("б", "b"), ("п", "p"), ("м", "m"), ("ф", "f"), ("д", "d"), ("т", "t"), ("н", "n"),
      ("л", "l"), ("г", "g"), ("к", "k"), ("х", "H"), ("цз", "z"), ("ц", "T"), ("с", "s"),
      ("чж", "J"), ("ч", "C"), ("ш", "S"), ("ж", "r"), ("в", "v"), ("ю", "iu"), ("я", "ia"),
      ("е", "ie"),
    ],
    finals: [
      ("а", "a"), ("о", "o"), ("э", "e"), ("ай", "ai"), ("эй", "ei"), ("ао", "ao"), ("оу", "ou"),
      ("ань", "an"), ("энь", "en"), ("ан", "ang"), ("эн", "eng"), ("эр", "er"), ("и", "i"),
      ("ы", "i"), ("я", "ia"), ("е", "ie"), ("яо", "iao"), ("ю", "iu"), ("янь", "ian"),
      ("инь", "in"), ("ян", "iang"), ("ин", "ing"), ("юн", "iung"), ("у", "u"), ("уа", "ua"),
      ("уай", "uai"), ("уй", "ui"), ("уань", "uan"), ("унь", "un"), ("уан", "uang"),
      ("ун", "ung"), ("юй", "iu"), ("юэ", "iue"), ("юань", "iuan"), ("юнь", "iun"), ("", ""),
      ("нь", "n"), ("н", "ng"), ("й", "i"), ("о", "o"), ("эй", "ei"),
    ],
    front: ["цз": "J", "ц": "C", "с": "S"], frontVowels: ["и", "ю", "я", "е"])
}
