import Text

/// What is left of a name's sound when only its robust consonants are kept: names that share it
/// are worth comparing.
public enum Skeleton {
  /// The skeletons of a name, one for each way its words are read; near sounds are one letter.
  public static func all(_ sound: Sound) -> [String] {
    let count = sound.words.flatMap { $0 }.map(\.count).max() ?? 1
    let isChain = sound.script == .han
    var found: [String] = []
    for index in 0..<(isChain ? 1 : count) {
      var out: [UInt8] = []
      for word in sound.words {
        for piece in word { append(piece[min(index, piece.count - 1)].letters, to: &out) }
      }
      let skeleton = String(decoding: out, as: UTF8.self)
      if !skeleton.isEmpty, !found.contains(skeleton) { found.append(skeleton) }
    }
    return found
  }

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
