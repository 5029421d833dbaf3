/// How Devanagari spelling sounds.
///
/// Every consonant has an inherent `a` unless a vowel sign or a virama follows; it is silent at the
/// end of a word, and in the middle between a vowel with one consonant and a consonant with a vowel
/// (Ohala 1983, Aspects of Hindi Phonology).
enum DevanagariSound {
  private struct Unit {
    var letters: [UInt8]
    var isVowel: Bool
    var isInherent = false
  }

  static func letters(_ word: String) -> [UInt8] {
    var units = units(word)
    if let last = units.last, last.isInherent { units.removeLast() }
    dropMiddleVowels(&units)
    return units.flatMap(\.letters).withoutDoubles
  }

  /// From the end to the front: a vowel goes where V C _ C V remains sayable without it.
  private static func dropMiddleVowels(_ units: inout [Unit]) {
    var index = units.count - 3
    while index >= 2 {
      let isDropped =
        units[index].isInherent && units[index - 2].isVowel && !units[index - 1].isVowel
        && !units[index + 1].isVowel && units[index + 2].isVowel
      if isDropped { units.remove(at: index) }
      index -= 1
    }
  }

  private static func units(_ word: String) -> [Unit] {
    let scalars = Array(word.unicodeScalars.flatMap(decomposed))
    var units: [Unit] = []
    for (index, scalar) in scalars.enumerated() {
      if let consonant = consonants[scalar] {
        let hasNukta = index + 1 < scalars.count && scalars[index + 1] == nukta
        let sound = hasNukta ? (nuktaConsonants[scalar] ?? consonant) : consonant
        units.append(Unit(letters: Array(sound.utf8), isVowel: false))
        let after = index + (hasNukta ? 2 : 1)
        let isBare = after >= scalars.count || !closing.contains(scalars[after].value)
        if isBare { units.append(Unit(letters: [SoundLetter.a], isVowel: true, isInherent: true)) }
      } else if let vowel = vowels[scalar] {
        units.append(Unit(letters: Array(vowel.utf8), isVowel: true))
      } else if nasals.contains(scalar.value) {
        units.append(Unit(letters: [UInt8(ascii: "n")], isVowel: false))
      }
    }
    return units
  }

  private static let nukta: Unicode.Scalar = "\u{93C}"
  private static let nasals: ClosedRange<UInt32> = 0x901...0x902
  /// Vowel signs and the virama.
  private static let closing: ClosedRange<UInt32> = 0x93E...0x94D

  private static func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    precomposed[scalar].map { [$0, nukta] } ?? [scalar]
  }

  private static let precomposed: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{958}": "\u{915}", "\u{959}": "\u{916}", "\u{95A}": "\u{917}", "\u{95B}": "\u{91C}",
    "\u{95C}": "\u{921}", "\u{95D}": "\u{922}", "\u{95E}": "\u{92B}", "\u{95F}": "\u{92F}",
  ]

  private static let consonants: [Unicode.Scalar: String] = [
    "क": "k", "ख": "k", "ग": "g", "घ": "g", "ङ": "n", "च": "C", "छ": "C", "ज": "J", "झ": "J",
    "ञ": "n", "ट": "t", "ठ": "t", "ड": "d", "ढ": "d", "ण": "n", "त": "t", "थ": "t", "द": "d",
    "ध": "d", "न": "n", "प": "p", "फ": "f", "ब": "b", "भ": "b", "म": "m", "य": "i", "र": "r",
    "ल": "l", "व": "v", "श": "S", "ष": "S", "स": "s", "ह": "H", "ळ": "l",
  ]
  private static let nuktaConsonants: [Unicode.Scalar: String] = [
    "क": "k", "ख": "H", "ग": "g", "ज": "z", "ड": "r", "ढ": "r", "फ": "f",
  ]
  private static let vowels: [Unicode.Scalar: String] = [
    "अ": "a", "आ": "a", "ा": "a", "इ": "i", "ि": "i", "ई": "i", "ी": "i", "उ": "u", "ु": "u",
    "ऊ": "u", "ू": "u", "ऋ": "ri", "ृ": "ri", "ए": "e", "े": "e", "ऐ": "ai", "ै": "ai",
    "ओ": "o", "ो": "o", "औ": "au", "ौ": "au", "ऑ": "o", "ॉ": "o", "ऍ": "e", "ॅ": "e",
  ]
}
