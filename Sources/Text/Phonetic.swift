/// How a name sounds, in Latin letters, so that names compare across scripts.
///
/// Devanagari letter by letter with the inherent vowel, which is silent at the end of a word;
/// Cyrillic after the BGN/PCGN tables; Latin without diacritics; the coarse forms follow the
/// equivalences measured on name tables (z T S as s, k g, d t, b p). Han is not sounded.
public enum Phonetic {
  /// Lower-case Latin letters and blanks; nil if the text has a letter that is not sounded.
  public static func latin(_ text: String) -> String? {
    var words: [String] = []
    let tokenized = TokenizedText(text)
    for token in tokenized.tokens where token.kind == .word {
      let word = tokenized.string(token.span)
      switch token.script {
      case .devanagari: words.append(devanagari(word))
      case .cyrillic: words.append(spell(word.lowercased(), cyrillicLetters))
      case .latin: words.append(spell(Folding.fold(word), plainLatin))
      default: return nil
      }
    }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// The normal form: spellings that sound alike are written alike.
  public static func normal(_ text: String) -> String? {
    guard let latin = latin(text) else { return nil }
    let pairs: [(String, String)] = [
      ("shch", "S"), ("sch", "S"), ("tch", "C"), ("sh", "S"), ("ch", "C"), ("zh", "J"),
      ("dzh", "J"),
      ("kh", "H"), ("gh", "H"), ("ts", "T"), ("ph", "f"), ("th", "t"), ("bh", "b"), ("dh", "d"),
      ("ck", "k"), ("x", "S"), ("q", "C"), ("j", "J"), ("c", "k"), ("w", "v"), ("y", "i"),
      ("h", "H"),
    ]
    var out = ""
    var rest = latin[...]
    while let first = rest.first {
      if let pair = pairs.first(where: { rest.hasPrefix($0.0) }) {
        out += pair.1
        rest = rest.dropFirst(pair.0.count)
      } else {
        out.append(first)
        rest = rest.dropFirst()
      }
    }
    return out
  }

  /// Consonants only, doubles once, near sounds as one: names of one skeleton are worth comparing.
  public static func skeleton(_ text: String) -> String? {
    guard let normal = normal(text) else { return nil }
    let coarse: [Character: Character] = [
      "z": "s", "T": "s", "S": "s", "H": "h", "g": "k", "d": "t", "b": "p", "J": "s", "C": "s",
      "v": "f",
    ]
    return normal.split(separator: " ").map { word -> String in
      var out = ""
      for letter in word where !"aeiou".contains(letter) {
        let sound = coarse[letter] ?? letter
        if out.last != sound { out.append(sound) }
      }
      return out.isEmpty ? "A" : out
    }.joined(separator: " ")
  }

  /// Weighted Levenshtein distance of two normal forms, 0 to 1: vowels cost .3, near sounds .5.
  public static func distance(_ a: String, _ b: String) -> Double {
    let a = Array(a)
    let b = Array(b)
    guard a.count <= 100, b.count <= 100 else { return 1 }
    var previous = [0.0]
    for letter in b { previous.append((previous.last ?? 0) + weight(letter)) }
    for x in a {
      var current = [previous[0] + weight(x)]
      for (j, y) in b.enumerated() {
        let exchange = previous[j] + cost(x, y)
        let gap = min(previous[j + 1] + weight(x), current[j] + weight(y))
        current.append(min(exchange, gap))
      }
      previous = current
    }
    return (previous.last ?? 0) / Double(max(4, max(a.count, b.count)))
  }

  private static let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
  private static let near: Set<String> = [
    "sT", "zs", "Ss", "CT", "Hk", "Hg", "JS", "CJ", "Jz", "Jd", "bv", "fp", "SC", "fv",
  ]

  private static func weight(_ letter: Character) -> Double { vowels.contains(letter) ? 0.3 : 1 }

  private static func cost(_ a: Character, _ b: Character) -> Double {
    if a == b { return 0 }
    if vowels.contains(a), vowels.contains(b) { return 0.3 }
    return near.contains("\(a)\(b)") || near.contains("\(b)\(a)") ? 0.5 : 1
  }

  private static func spell(_ word: String, _ table: [Character: String]) -> String {
    word.map { table[$0] ?? ($0.isASCII ? String($0) : "") }.joined()
  }

  /// Sounds a Devanagari word.
  private static func devanagari(_ word: String) -> String {
    let scalars = Array(word.decomposedNukta.unicodeScalars)
    var out = ""
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      if let consonant = devanagariConsonants[scalar] {
        let hasNukta = next == "\u{93C}"
        out += hasNukta ? (nuktaConsonants[scalar] ?? consonant) : consonant
        let after = hasNukta && index + 2 < scalars.count ? scalars[index + 2] : next
        let isLast = index + (hasNukta ? 2 : 1) >= scalars.count
        if !isLast, devanagariConsonants[after] != nil || after == "\u{902}" || after == "\u{903}" {
          out += "a"
        }
      } else {
        out += devanagariVowels[scalar] ?? ""
      }
    }
    return out
  }

  private static let devanagariConsonants: [Unicode.Scalar: String] = [
    "क": "k", "ख": "kh", "ग": "g", "घ": "gh", "ङ": "n", "च": "ch", "छ": "chh", "ज": "j", "झ": "jh",
    "ञ": "n", "ट": "t", "ठ": "th", "ड": "d", "ढ": "dh", "ण": "n", "त": "t", "थ": "th", "द": "d",
    "ध": "dh", "न": "n", "प": "p", "फ": "ph", "ब": "b", "भ": "bh", "म": "m", "य": "y", "र": "r",
    "ल": "l", "व": "v", "श": "sh", "ष": "sh", "स": "s", "ह": "h", "ळ": "l",
  ]
  private static let nuktaConsonants: [Unicode.Scalar: String] = [
    "क": "q", "ख": "kh", "ग": "gh", "ज": "z", "ड": "r", "ढ": "rh", "फ": "f",
  ]
  private static let devanagariVowels: [Unicode.Scalar: String] = [
    "अ": "a", "आ": "a", "ा": "a", "इ": "i", "ि": "i", "ई": "i", "ी": "i", "उ": "u", "ु": "u",
    "ऊ": "u", "ू": "u", "ऋ": "ri", "ृ": "ri", "ए": "e", "े": "e", "ऐ": "ai", "ै": "ai", "ओ": "o",
    "ो": "o", "औ": "au", "ौ": "au", "ऑ": "o", "ॉ": "o", "ऍ": "e", "ॅ": "e", "ं": "n", "ँ": "n",
  ]
  private static let cyrillicLetters: [Character: String] = [
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "ye",
    "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya",
  ]
  /// Latin letters with diacritics as bare ones.
  private static let plainLatin: [Character: String] = {
    let rows: [(String, String)] = [
      ("a", "àáâãäåāăąạảấầẩẫậắằẳẵặ"), ("c", "çćčĉċ"), ("d", "ďđ"), ("e", "èéêëēĕėęěẹẻẽếềểễệ"),
      ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįıịỉ"), ("k", "ķ"), ("l", "ĺļľł"), ("n", "ñńņňŋ"),
      ("o", "òóôõöøōŏőơọỏốồổỗộớờởỡợ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"),
      ("u", "ùúûüũūŭůűųưụủứừửữự"), ("w", "ŵ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżž"), ("ss", "ß"),
      ("ae", "æ"),
    ]
    var table: [Character: String] = [:]
    for (plain, letters) in rows { for letter in letters { table[letter] = plain } }
    return table
  }()
}

extension String {
  /// Precomposed letters with nukta as letter and nukta.
  fileprivate var decomposedNukta: String {
    let pairs: [Unicode.Scalar: Unicode.Scalar] = [
      "\u{958}": "\u{915}", "\u{959}": "\u{916}", "\u{95A}": "\u{917}", "\u{95B}": "\u{91C}",
      "\u{95C}": "\u{921}", "\u{95D}": "\u{922}", "\u{95E}": "\u{92B}", "\u{95F}": "\u{92F}",
    ]
    var out = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if let base = pairs[scalar] {
        out.append(contentsOf: [base, "\u{93C}"])
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }
}
