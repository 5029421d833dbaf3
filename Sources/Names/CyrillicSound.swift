import Text

/// How Cyrillic spelling sounds, after the BGN/PCGN tables.
enum CyrillicSound {
  static func letters(_ word: String) -> [UInt8] {
    var out: [UInt8] = []
    let letters = Array(word.lowercased().unicodeScalars)
    for (index, letter) in letters.enumerated() {
      let next = index + 1 < letters.count ? letters[index + 1] : " "
      switch (letter, next) {
      case ("д", "ж"): continue
      case ("к", "с"): out += Array("ks".utf8)
      case ("с", _) where index > 0 && letters[index - 1] == "к": continue
      case ("ё", _) where "жчшщ".unicodeScalars.contains(index > 0 ? letters[index - 1] : " "):
        out.append(SoundLetter.e)
      default: out += Array((table[letter] ?? "").utf8)
      }
    }
    return out.withoutDoubles
  }

  private static let table: [Unicode.Scalar: String] = [
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "io", "є": "ie",
    "ж": "J", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "H",
    "ц": "T", "ч": "C", "ш": "S", "щ": "S", "ы": "i", "э": "e", "ю": "iu", "я": "ia", "ў": "v",
    "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "H", "җ": "J",
    "ј": "i", "љ": "l", "њ": "n", "ћ": "C", "ђ": "d", "џ": "J",
  ]
}
