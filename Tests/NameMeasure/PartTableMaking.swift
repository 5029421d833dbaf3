import Foundation
import Names
import Text

/// Makes `Tables/parts.tsv` out of the name parts of rigour (MIT, OpenSanctions): forms of one name
/// part in different scripts that sound too little alike to be joined for that.
struct PartTableMaking {
  /// Parts no further apart than this are joined by their sound.
  private static let near = 0.1
  /// Scripts that names are compared across.
  private static let scripts: [Script] = [.latin, .cyrillic, .devanagari, .han, .arabic]
  /// Spellings in one script that are kept of a part.
  private static let most = 6

  /// Numbers of the parts that a folded form stands for.
  private var parts: [String: Set<Int>] = [:]
  private var count = 0

  /// Reads entries such as `putin, путин, 普京 => Q1` on standard input.
  ///
  /// - Parameter half: only entries whose key is even, so that the others measure.
  init(half: Bool) {
    while let line = readLine() {
      let sides = line.components(separatedBy: " => ")
      guard sides.count == 2, !half || (sides[1].utf8.last ?? 1) % 2 == 0 else { continue }
      add(sides[0].components(separatedBy: ", "))
    }
  }

  private mutating func add(_ forms: [String]) {
    guard !forms.contains(where: Self.isJapanese) else { return }
    var written: [Script: [(form: String, sound: Sound)]] = [:]
    for form in forms where form.unicodeScalars.count >= 2 {
      guard let sound = Sound(form, readings: .installed), sound.count == 1 else { continue }
      written[sound.script, default: []].append((form, sound))
    }
    let far = Self.far(written)
    guard !far.isEmpty else { return }
    for form in far { parts[form, default: []].insert(count) }
    count += 1
  }

  /// Folded forms that lack one of another script near to them, with what they stand beside.
  private static func far(_ written: [Script: [(form: String, sound: Sound)]]) -> Set<String> {
    var far: Set<String> = []
    for first in scripts {
      for second in scripts where second != first {
        guard let lefts = written[first], let rights = written[second] else { continue }
        for left in lefts.prefix(most) {
          let apart = rights.prefix(most).filter { left.sound.distance(to: $0.sound) > near }
          guard !apart.isEmpty else { continue }
          far.insert(Folding.fold(left.form))
          for right in apart { far.insert(Folding.fold(right.form)) }
        }
      }
    }
    return far
  }

  private static func isJapanese(_ form: String) -> Bool {
    form.unicodeScalars.contains { (0x3041...0x309F).contains($0.value) }
  }

  /// Where the parts are from, and lines sorted by the bytes of the form; numbers in base 36.
  var lines: [String] {
    [
      "# Forms of one part of a person's name that sound apart, by number.",
      "# Derived by `make tables` from name parts of rigour 1.4.0 (MIT, OpenSanctions).",
    ] + sorted
  }

  private var sorted: [String] {
    parts.map { form, numbers in
      form + "\t" + numbers.sorted().map { String($0, radix: 36) }.joined(separator: " ")
    }.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }
}
