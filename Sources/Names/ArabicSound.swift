import Text

/// How Arabic spelling sounds: its consonants and long vowels, since short ones are not written.
enum ArabicSound {
  /// The ways in which a word is read: jim is a g in Egypt and in foreign names.
  static func readings(_ word: String) -> [[UInt8]] {
    var scalars = Array(Folding.fold(word).unicodeScalars)
    if scalars.count > 4, scalars.starts(with: ["\u{627}", "\u{644}"]) { scalars.removeFirst(2) }
    if scalars.count > 3, scalars.last == "ه" { scalars.removeLast() }
    let letters = scalars.flatMap { Array((table[$0] ?? "").utf8) }.withoutDoubles
    guard scalars.contains("ج") else { return [letters] }
    let hard = scalars.flatMap { Array(($0 == "ج" ? "g" : table[$0] ?? "").utf8) }
    return [letters, hard.withoutDoubles]
  }

  private static let table: [Unicode.Scalar: String] = [
    "ا": "a", "ب": "b", "ت": "t", "ث": "t", "ج": "J", "ح": "H", "خ": "H", "د": "d", "ذ": "d",
    "ر": "r", "ز": "z", "س": "s", "ش": "S", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "",
    "غ": "g", "ف": "f", "ق": "k", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "H", "و": "u",
    "ي": "i", "ة": "a", "ئ": "i", "ؤ": "u", "پ": "p", "چ": "C", "ژ": "J", "گ": "g", "ک": "k",
    "ڤ": "v", "ی": "i", "ى": "a", "ے": "e", "ہ": "H", "ھ": "", "ں": "n", "ٹ": "t", "ڈ": "d",
    "ڑ": "r", "آ": "a", "أ": "a", "إ": "i", "ء": "", "ۆ": "o", "ێ": "e", "ە": "a",
  ]
}
