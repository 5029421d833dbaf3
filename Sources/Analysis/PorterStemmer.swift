/// Porter's algorithm for suffix stripping (Program 14, 1980), for words of which no pack says more.
struct PorterStemmer {
  private var word: [UInt8]

  /// The stem of a word of lower-case ASCII letters and digits.
  static func stem(_ word: String) -> String {
    guard word.utf8.count > 2 else { return word }
    var stemmer = PorterStemmer(word: Array(word.utf8))
    stemmer.plurals()
    stemmer.pastAndProgressive()
    if stemmer.ends("y"), stemmer.hasVowel(dropping: 1) { stemmer.replace(1, by: "i") }
    stemmer.longSuffix(Self.second)
    stemmer.longSuffix(Self.third)
    stemmer.suffixOfLongStem()
    stemmer.finalLetters()
    return String(decoding: stemmer.word, as: UTF8.self)
  }

  private mutating func plurals() {
    if ends("sses") || ends("ies") {
      word.removeLast(2)
    } else if ends("s"), !ends("ss") {
      word.removeLast()
    }
  }

  private mutating func pastAndProgressive() {
    if ends("eed") {
      if measure(dropping: 3) > 0 { word.removeLast() }
      return
    }
    guard let suffix = ["ed", "ing"].first(where: ends), hasVowel(dropping: suffix.utf8.count)
    else { return }
    word.removeLast(suffix.utf8.count)
    if ends("at") || ends("bl") || ends("iz") {
      word += "e".utf8
    } else if isDouble, let last = word.last, !"lsz".utf8.contains(last) {
      word.removeLast()
    } else if measure(dropping: 0) == 1, isShort(dropping: 0) {
      word += "e".utf8
    }
  }

  private mutating func longSuffix(_ rules: [(String, String)]) {
    guard let (suffix, other) = rules.first(where: { ends($0.0) }),
      measure(dropping: suffix.utf8.count) > 0
    else { return }
    replace(suffix.utf8.count, by: other)
  }

  private mutating func suffixOfLongStem() {
    guard let suffix = Self.fourth.first(where: ends) else { return }
    let count = suffix.utf8.count
    guard measure(dropping: count) > 1 else { return }
    if suffix == "ion" {
      let before = word.dropLast(3).last
      guard before == UInt8(ascii: "s") || before == UInt8(ascii: "t") else { return }
    }
    word.removeLast(count)
  }

  private mutating func finalLetters() {
    if ends("e"),
      measure(dropping: 1) > 1 || measure(dropping: 1) == 1 && !isShort(dropping: 1)
    {
      word.removeLast()
    }
    if measure(dropping: 0) > 1, isDouble, ends("l") { word.removeLast() }
  }

  private func ends(_ suffix: String) -> Bool {
    word.count >= suffix.utf8.count && word.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  private mutating func replace(_ count: Int, by suffix: String) {
    word.removeLast(count)
    word += suffix.utf8
  }

  /// Whether each letter is a consonant; y is one at the start and behind a vowel.
  private var consonants: [Bool] {
    var found: [Bool] = []
    for letter in word {
      let isVowel = "aeiou".utf8.contains(letter)
      let isY = letter == UInt8(ascii: "y")
      found.append(isY ? !(found.last ?? false) : !isVowel)
    }
    return found
  }

  /// How often a run of vowels is followed by one of consonants.
  private func measure(dropping count: Int) -> Int {
    let letters = consonants.dropLast(count)
    return zip(letters, letters.dropFirst()).count { !$0 && $1 }
  }

  private func hasVowel(dropping count: Int) -> Bool { consonants.dropLast(count).contains(false) }

  private var isDouble: Bool {
    word.count > 1 && word[word.count - 1] == word[word.count - 2] && consonants.last == true
  }

  /// Consonant, vowel, consonant other than w, x or y.
  private func isShort(dropping count: Int) -> Bool {
    let letters = consonants.dropLast(count)
    guard letters.count > 2, Array(letters.suffix(3)) == [true, false, true],
      let last = word.dropLast(count).last
    else { return false }
    return !"wxy".utf8.contains(last)
  }

  private static let second = [
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"),
    ("abli", "able"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"),
    ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"),
    ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
  ]
  private static let third = [
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""),
    ("ness", ""),
  ]
  private static let fourth = [
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism", "ate", "iti",
    "ous", "ive", "ize", "al", "er", "ic", "ou",
  ]
}
