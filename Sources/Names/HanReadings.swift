import FoundationEssentials

/// How Han characters sound in names: several likely ways each, as `Tables/han.tsv` has them.
public struct HanReadings: Sendable {
  private let readings: [Unicode.Scalar: [Sound.Reading]]

  /// Knows no character.
  public static let none = HanReadings(readings: [:])

  private init(readings: [Unicode.Scalar: [Sound.Reading]]) { self.readings = readings }

  /// Reads lines of a character, a tab, and sounds with their costs in hundredths: `罗	ro:0 lo:4`.
  ///
  /// - Returns: nil if a line is none.
  public init?(lines: String) {
    var readings: [Unicode.Scalar: [Sound.Reading]] = [:]
    for line in lines.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let character = fields[0].unicodeScalars.first else { return nil }
      readings[character] = fields[1].split(separator: " ").compactMap { field in
        let parts = field.split(separator: ":")
        guard parts.count == 2, let cost = Float(parts[1]) else { return nil }
        let letters = parts[0] == "-" ? [] : LatinSound.letters(String(parts[0]))
        return Sound.Reading(letters: letters, cost: cost / 100)
      }
    }
    self.readings = readings
  }

  /// The installed table; without it no Han name is sounded.
  public static let installed: HanReadings =
    TableFolder.contents(of: "han.tsv").flatMap { HanReadings(lines: $0) } ?? .none

  subscript(_ character: Unicode.Scalar) -> [Sound.Reading] { readings[character] ?? [] }
}
