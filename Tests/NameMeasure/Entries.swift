import Facts
import Foundation
import Names
import Text

/// Names with forms in both of two scripts, out of a file of names.
struct Entries {
  private var both: [(left: String, right: String)] = []

  init(isPersons: Bool, _ first: Script, _ second: Script, _ readings: HanReadings) {
    var isFirst = true
    while both.count < Self.most, let line = readLine() {
      let (key, forms) = isPersons ? Self.person(line) : Self.city(line)
      guard key.utf8.last.map({ ($0 % 2 == 0) == Self.takesEven }) ?? false else { continue }
      let sounds = forms.filter { !$0.contains("(") }.map {
        ($0, Sound($0, readings: readings)?.script ?? Script.none)
      }
      guard let left = sounds.first(where: { $0.1 == first && Self.isFit($0.0, first) }),
        let right = sounds.first(where: { $0.1 == second && Self.isFit($0.0, second) })
      else { continue }
      both.append((left.0, right.0))
      isFirst = false
    }
    if isFirst { print("no names") }
  }

  /// Limits are chosen on the even half, what is reported comes from the odd one.
  private static let takesEven = ProcessInfo.processInfo.environment["HALF"] == "even"

  /// Entries that are enough to make names of.
  private static let most = 6000

  private static func isFit(_ name: String, _ script: Script) -> Bool {
    script == .han ? name.count >= 2 : name.count >= 3 && !name.contains(" ")
  }

  private static func person(_ line: String) -> (String, [String]) {
    let sides = line.components(separatedBy: " => ")
    guard sides.count == 2 else { return ("", []) }
    return (sides[1], sides[0].components(separatedBy: ", "))
  }

  /// Of cities of at least 100,000 the English name, then those of the list.
  private static func city(_ line: String) -> (String, [String]) {
    let fields = line.components(separatedBy: "\t")
    guard fields.count > 14, (Int(fields[14]) ?? 0) >= 100_000 else { return ("", []) }
    return (fields[0], [fields[1]] + fields[3].components(separatedBy: ","))
  }

  /// Numbers that look random and are the same every time (Lehmer, MINSTD).
  private struct Random {
    var state = 20241002
    mutating func next(_ limit: Int) -> Int {
      state = state * 48271 % 2_147_483_647
      return state % limit
    }
  }

  /// Given name and surname of different entries; every second name is on one side only.
  func fullNames() -> [NamePair] {
    guard both.count > 120 else { return [] }
    var random = Random()
    let givens = (0..<60).map { _ in both[random.next(both.count)] }
    let mark = both[0].left.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    let right = both[0].right.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    return (0..<2250).map { index in
      let given = givens[random.next(60)]
      let surname = both[random.next(both.count)]
      let pair = NamePair(
        left: given.left + (mark ? "·" : " ") + surname.left,
        right: given.right + (right ? "·" : " ") + surname.right)
      return NamePair(left: pair.left, right: pair.right, side: Self.side(index))
    }
  }

  func singleNames() -> [NamePair] {
    both.prefix(3000).enumerated().map { index, pair in
      NamePair(left: pair.left, right: pair.right, side: Self.side(index))
    }
  }

  private static func side(_ index: Int) -> NamePair.Side {
    index % 3 == 0 ? .both : index % 3 == 1 ? .left : .right
  }
}
