import Analysis
import Facts
import Foundation
import Names
import Text

/// Measures how names link across scripts: `NameMeasure persons|places SCRIPT SCRIPT [HAN-TABLE]`.
///
/// `NameMeasure parts [half]` prints the table of name parts, see `PartTableMaking`.
///
/// Reads rigour's name parts (`persons`) or GeoNames' cities (`places`) on standard input, as
/// `xzcat ../shared/data/names/…` prints them. Full names are made of a given name out of 60 and a
/// surname; of 1,500 names in the first script every second has a counterpart among 1,500 of the
/// second one, the others share a given name or nothing with it. Only entries whose key is odd are
/// used, so that a table learned from the even ones (`han-readings.py --half`) is measured fairly.
/// PERSON, PART, SYLLABLES and WORD in the environment set other limits than the default ones, and
/// HALF=even uses the other entries, on which limits are chosen; a fifth argument
/// lists all wrong and missed pairs; PARTS is a file of listed name parts, and with TABLE set places are looked up as a session does.
/// Prints precision and recall of automatic merges, the rank of true pairs, and wrong merges.
@main
struct NameMeasure {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "parts" {
      print(PartTableMaking(half: arguments.count > 1).lines.joined(separator: "\n"))
      return
    }
    guard arguments.count >= 3, let first = scripts[arguments[1]],
      let second = scripts[arguments[2]]
    else {
      print("usage: NameMeasure persons|places \(scripts.keys.sorted().joined(separator: "|")) …")
      return
    }
    var readings = HanReadings.installed
    if arguments.count > 3 {
      let text = try String(contentsOfFile: arguments[3], encoding: .utf8)
      readings = HanReadings(lines: text) ?? .none
    }
    let path = ProcessInfo.processInfo.environment["PARTS"]
    let parts = try path.map { PartTable(try Data(contentsOf: URL(filePath: $0))) }
    let isPersons = arguments[0] == "persons"
    let entries = Entries(isPersons: isPersons, first, second, readings)
    let pairs = isPersons ? entries.fullNames() : entries.singleNames()
    report(
      pairs, isPersons ? .person : .place, readings, parts ?? .none,
      isVerbose: arguments.count > 4)
  }

  static let scripts: [String: Script] = [
    "latn": .latin, "cyrl": .cyrillic, "deva": .devanagari, "hans": .han, "arab": .arabic,
  ]

  private static func report(
    _ pairs: [NamePair], _ kind: EntityKind, _ readings: HanReadings, _ parts: PartTable,
    isVerbose: Bool
  ) {
    let lefts = Set(pairs.filter { $0.side != .right }.map(\.left))
    let rights = Set(pairs.filter { $0.side != .left }.map(\.right))
    let gold = Set(pairs.map(\.both)).filter {
      lefts.contains($0.left) && rights.contains($0.right)
    }
    let usesTable = ProcessInfo.processInfo.environment["TABLE"] != nil
    let nodes = lefts.union(rights).sorted().map { name in
      NameNode(
        key: NameKey(name, kind), identity: nil,
        known: usesTable ? PlaceTable.installed.place(name) : nil,
        sound: Sound(name, readings: readings, parts: kind == .person ? parts : .none),
        languages: [], mentions: 1)
    }
    let start = ContinuousClock.now
    var limits = LinkLimits()
    limits.person = number("PERSON") ?? limits.person
    limits.part = number("PART") ?? limits.part
    limits.word = number("WORD") ?? limits.word
    limits.syllables = number("SYLLABLES") ?? limits.syllables
    let resolution = Resolution(nodes, limits: limits)
    let seconds = ContinuousClock.now - start
    var right = 0
    var wrong: [String] = []
    for cluster in resolution.clusters {
      let names = cluster.members.map(\.key.text)
      for left in names where lefts.contains(left) {
        for other in names where rights.contains(other) {
          if gold.contains(NamePair(left: left, right: other)) {
            right += 1
          } else {
            wrong.append("\(left) = \(other)")
          }
        }
      }
    }
    let suggested = resolution.suggestions.filter { suggestion in
      let (a, b) = (suggestion.names[0].text, suggestion.names[1].text)
      return gold.contains(NamePair(left: a, right: b))
        || gold.contains(NamePair(left: b, right: a))
    }.count
    let merges = right + wrong.count
    print(
      "\(gold.count) true pairs, \(merges) merges: precision \(share(right, merges)), recall \(share(right, gold.count)); suggested besides \(share(suggested, gold.count)) of \(resolution.suggestions.count) suggestions; \(nodes.count) names in \(seconds)"
    )
    for line in wrong.sorted().prefix(isVerbose ? 1000 : 12) { print("  wrong: \(line)") }
    guard isVerbose else { return }
    let merged = Dictionary(
      resolution.clusters.enumerated().flatMap { index, cluster in
        cluster.members.map { ($0.key.text, index) }
      }, uniquingKeysWith: { first, _ in first })
    for pair in gold.sorted(by: { $0.left < $1.left }) where merged[pair.left] != merged[pair.right]
    {
      let distance = Sound(pair.left, readings: readings).flatMap { left in
        Sound(pair.right, readings: readings).map { right -> String in
          let fit = left.fit(with: right)
          return kind == .person
            ? "\(fit?.distance ?? 1) \(fit?.worst ?? 1)" : "\(left.distance(to: right))"
        }
      }
      print("  missed: \(pair.left) = \(pair.right) \(distance ?? "no sound")")
    }
  }

  /// A limit that the environment sets.
  private static func number(_ name: String) -> Double? {
    ProcessInfo.processInfo.environment[name].flatMap(Double.init)
  }

  private static func share(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "-" : String(format: "%.3f", Double(part) / Double(whole))
  }
}

/// A name in each of two scripts, and which of them occur.
struct NamePair: Hashable {
  enum Side { case both, left, right }
  var left: String
  var right: String
  var side = Side.both

  var both: NamePair { NamePair(left: left, right: right) }
}
