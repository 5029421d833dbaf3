import Text

/// How Latin spelling sounds: as English reads it, diacritics as their languages mean them.
enum LatinSound {
  /// Clusters in the order in which they are tried; capitals are sounds (`S` as in ship, `C` as in
  /// church, `J` as in measure and judge, `H` as in loch, `T` as in tsar).
  private static let clusters: [(String, String)] = [
    ("shch", "S"), ("tsch", "C"), ("tch", "C"), ("sch", "S"), ("dzh", "J"), ("sh", "S"),
    ("sz", "S"), ("ch", "C"), ("cz", "C"), ("zh", "J"), ("dj", "J"), ("kh", "H"), ("gh", "g"),
    ("ts", "T"), ("tz", "T"), ("ph", "f"), ("th", "t"), ("bh", "b"), ("dh", "d"), ("ck", "k"),
    ("qu", "kv"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("x", "ks"), ("q", "k"), ("j", "J"),
    ("c", "k"), ("w", "v"), ("y", "i"), ("š", "S"), ("ś", "S"), ("ş", "S"), ("ș", "S"),
    ("ŝ", "S"), ("č", "C"), ("ć", "C"), ("ĉ", "C"), ("ž", "J"), ("ż", "J"), ("ź", "J"),
  ]

  /// As German and the Slavic languages write, where that differs.
  private static let continental: [(String, String)] =
    [
      ("dsch", "J"), ("rz", "J"), ("ch", "H"), ("sch", "S"), ("tsch", "C"), ("cz", "C"),
      ("zh", "J"), ("j", "i"), ("c", "T"),
    ].sorted { $0.0.count > $1.0.count }
    + clusters.filter {
      !["ch", "rz", "c", "j", "dj", "ck", "ce", "ci", "cy", "sch", "tsch", "cz", "tch"].contains(
        $0.0)
    }

  private static func bytes(_ clusters: [(String, String)]) -> [(from: [UInt8], to: [UInt8])] {
    clusters.map { (Array($0.0.utf8), Array($0.1.utf8)) }
  }

  private static let tries = bytes(clusters)
  private static let continentalTries = bytes(continental)

  static func letters(_ word: String) -> [UInt8] { letters(word, tries) }

  static func continentalLetters(_ word: String) -> [UInt8] { letters(word, continentalTries) }

  private static func letters(_ word: String, _ tries: [(from: [UInt8], to: [UInt8])]) -> [UInt8] {
    let bytes = Array(word.utf8)
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...]
      if let cluster = tries.first(where: { rest.starts(with: $0.from) }) {
        out += cluster.to
        index += cluster.from.count
      } else {
        if let letter = letter(bytes, index) { out.append(letter) }
        index += 1
      }
    }
    return out.withoutDoubles
  }

  /// A single letter; `h` sounds only before a vowel.
  private static func letter(_ bytes: [UInt8], _ index: Int) -> UInt8? {
    let byte = bytes[index]
    guard byte == UInt8(ascii: "h") else { return byte < 0x80 ? byte : nil }
    let isHeard =
      index + 1 < bytes.count
      && (SoundLetter.isVowel(bytes[index + 1]) || bytes[index + 1] == UInt8(ascii: "y"))
    return isHeard ? UInt8(ascii: "H") : nil
  }

  /// Lower case; letters whose diacritic tells no other sound become bare ones.
  static func bare(_ word: String) -> String {
    var out = ""
    for letter in Folding.fold(word) { out += plain[letter] ?? String(letter) }
    return out
  }

  private static let plain: [Character: String] = {
    let rows: [(String, String)] = [
      ("a", "àáâãäåāăąạảấầẩẫậắằẳẵặǎ"), ("c", "çċ"), ("d", "ďđð"),
      ("e", "èéêëēĕėęěẹẻẽếềểễệ"), ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįıịỉǐ"), ("k", "ķ"),
      ("l", "ĺļľł"), ("n", "ñńņňŋ"), ("o", "òóôõöøōŏőơọỏốồổỗộớờởỡợǒ"), ("r", "ŕŗř"), ("t", "ţťŧțþ"),
      ("u", "ùúûüũūŭůűųưụủứừửữựǔǚ"), ("w", "ŵ"), ("y", "ýÿŷỳỵỷỹ"), ("ss", "ß"), ("ae", "æ"),
      ("oe", "œ"), ("", "'’ʼʻ`"),
    ]
    var table: [Character: String] = [:]
    for (plain, letters) in rows { for letter in letters { table[letter] = plain } }
    return table
  }()
}

extension [UInt8] {
  /// The letters with every run of one letter as that letter.
  var withoutDoubles: [UInt8] {
    var out: [UInt8] = []
    for letter in self where out.last != letter { out.append(letter) }
    return out
  }
}
