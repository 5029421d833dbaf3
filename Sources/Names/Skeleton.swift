import Text

/// What is left of a name's sound when only its robust consonants are kept: names that share it
/// are worth comparing.
public enum Skeleton {
  /// The skeletons of a name, by the ways in which its words are read; near sounds are one letter.
  public static func all(_ sound: Sound) -> [String] {
    var found: [[UInt8]] = [[]]
    for word in sound.words {
      let heads = words(word)
      found = found.flatMap { start in heads.map { start + $0 } }
      found = Array(found.prefix(mostWays))
    }
    var seen: Set<[UInt8]> = []
    return found.filter { !$0.isEmpty && seen.insert($0).inserted }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// What names of persons share whose parts are listed as one: the number of a surname, or that of
  /// a given name and the skeleton of the surname.
  public static func listed(_ sound: Sound) -> [String] {
    guard sound.count > 1 else { return [] }
    let surnames = sound.listed.word(sound.count - 1).map { "surname \($0)" }
    let given = sound.listed.word(0)
    guard !given.isEmpty, let last = sound.words.last else { return surnames }
    let heads = words(last).map { String(decoding: $0, as: UTF8.self) }
    return surnames + given.flatMap { number in heads.map { "given \(number) \($0)" } }
  }

  /// Ways of reading a name that are looked at.
  private static let mostWays = 12

  /// The skeletons of a word, that of its likeliest reading first.
  private static func words(_ pieces: [Sound.Piece]) -> [[UInt8]] {
    var ways: [(letters: [UInt8], cost: Float)] = [([], 0)]
    for piece in pieces {
      ways = ways.flatMap { way in
        piece.map { reading in
          var letters = way.letters
          append(reading.letters, to: &letters)
          return (letters, way.cost + reading.cost)
        }
      }
      var best: [[UInt8]: Float] = [:]
      for way in ways { best[way.letters] = min(best[way.letters] ?? .infinity, way.cost) }
      let sorted = best.sorted {
        $0.value == $1.value ? $0.key.lexicographicallyPrecedes($1.key) : $0.value < $1.value
      }
      ways = sorted.prefix(mostReadings).map { ($0.key, $0.value) }
    }
    return ways.map(\.letters)
  }

  /// Ways of reading a word that are looked at.
  private static let mostReadings = 4

  /// The skeleton and those with one letter left out, so that names a letter apart meet.
  public static func neighbours(_ skeleton: String) -> [String] {
    let bytes = Array(skeleton.utf8)
    guard bytes.count > 3, bytes.count <= 16 else { return [skeleton] }
    var found: Set<String> = [skeleton]
    for index in bytes.indices {
      found.insert(String(decoding: bytes[..<index] + bytes[(index + 1)...], as: UTF8.self))
    }
    return found.sorted()
  }

  private static func append(_ letters: [UInt8], to out: inout [UInt8]) {
    for letter in letters {
      let sound = coarse[Int(letter & 0x7F)]
      if sound != 0, out.last != sound { out.append(sound) }
    }
  }

  /// The class of each letter; 0 for those that are left out.
  private static let coarse: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 128)
    for group in ["szTSJC", "kg", "td", "pb", "fv", "lr", "nm"] {
      let letters = Array(group.utf8)
      for letter in letters { table[Int(letter)] = letters[0] }
    }
    return table
  }()
}
