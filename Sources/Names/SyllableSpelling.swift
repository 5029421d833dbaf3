/// Chinese syllables as another alphabet writes them, with their sound.
///
/// Hanyu Pinyin (ISO 7098) for Latin letters, the Palladius system for Cyrillic ones.
struct SyllableSpelling: Sendable {
  /// Longest spelling first.
  private let initials: [(written: String, sound: String)]
  private let finals: [(written: String, sound: String)]
  /// What an initial sounds as before a front vowel, where that differs.
  private let front: [String: String]
  private let frontVowels: Set<Character>

  private init(
    initials: [(String, String)], finals: [(String, String)], front: [String: String] = [:],
    frontVowels: Set<Character> = []
  ) {
    let byLength = { (a: (String, String), b: (String, String)) in a.0.count > b.0.count }
    self.initials = initials.sorted(by: byLength).map { (written: $0.0, sound: $0.1) }
    self.finals = finals.sorted(by: byLength).map { (written: $0.0, sound: $0.1) }
    self.front = front
    self.frontVowels = frontVowels
  }

  /// The sound of a word that is all syllables; nil for any other word.
  func letters(_ word: String) -> [UInt8]? {
    let word = word.lowercased()
    guard word.utf8.count <= Sound.longest else { return nil }
    return parse(word[...], depth: 0).map { Array($0.utf8).withoutDoubles }
  }

  /// At most six syllables, so that the search stays small.
  private func parse(_ rest: Substring, depth: Int) -> String? {
    guard !rest.isEmpty else { return "" }
    guard depth < 6 else { return nil }
    for initial in initials where rest.hasPrefix(initial.written) {
      let after = rest.dropFirst(initial.written.count)
      let isFront = after.first.map { frontVowels.contains($0) } ?? false
      let onset = isFront ? front[initial.written] ?? initial.sound : initial.sound
      for final in finals where after.hasPrefix(final.written) {
        if let tail = parse(after.dropFirst(final.written.count), depth: depth + 1) {
          return onset + final.sound + tail
        }
      }
    }
    return nil
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
