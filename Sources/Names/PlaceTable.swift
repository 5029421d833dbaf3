public import FoundationEssentials
import Text

/// Which country, subdivision or city a written name stands for: `Tables/places.tsv`.
///
/// The file stays as it is on disk, sorted; a look-up halves it, so that nothing is read before.
/// A city of many millions goes before its namesakes; where no place clearly does, the name stands
/// for none.
public struct PlaceTable: Sendable {
  private let bytes: Data

  /// - Parameter bytes: lines of a folded name, a tab, and places as `RU`, `g524901:10381222` (a
  ///   city with its population) or `rumow`, sorted by bytes.
  public init(_ bytes: Data) { self.bytes = bytes }

  /// The installed table; an empty one if there is none.
  public static let installed: PlaceTable = {
    let path = TableFolder.path(of: "places.tsv")
    let url = path.map { URL(filePath: $0) }
    return PlaceTable(url.flatMap { try? Data(contentsOf: $0, options: .mappedIfSafe) } ?? Data())
  }()

  /// A city goes before others of its name if it has so many times the people of the next.
  private static let clearly = 4

  /// The place that a name stands for: `RU`, `g524901`; nil if none or several.
  public func place(_ name: String) -> String? {
    let places = places(named: name)
    guard let first = places.first else { return nil }
    guard let population = first.population else {
      // Territories come first, subdivisions last; either must be the only one of its sort.
      let isTerritory = first.id.utf8.first.map { $0 < UInt8(ascii: "a") } ?? false
      return isTerritory || places.count == 1 ? first.id : nil
    }
    guard places.count > 1, let second = places[1].population else { return first.id }
    return population >= Self.clearly * second ? first.id : nil
  }

  /// Places of a name, the best known first; of cities with their population.
  func places(named name: String) -> [(id: String, population: Int?)] {
    let wanted = Array(Folding.fold(name).utf8)
    guard !wanted.isEmpty, let line = line(of: wanted) else { return [] }
    return line.split(separator: " ").map { field in
      let parts = field.split(separator: ":")
      return (id: String(parts[0]), population: parts.count > 1 ? Int(parts[1]) : nil)
    }
  }

  /// What stands behind the tab in the line that begins with `wanted`.
  private func line(of wanted: [UInt8]) -> String? {
    var low = 0
    var high = bytes.count
    while low < high {
      let start = lineStart(around: (low + high) / 2, from: low)
      let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
      let tab = bytes[start..<end].firstIndex(of: UInt8(ascii: "\t")) ?? end
      let name = bytes[start..<tab]
      if name.elementsEqual(wanted) {
        return tab < end ? String(decoding: bytes[(tab + 1)..<end], as: UTF8.self) : nil
      }
      let isComment = name.first == UInt8(ascii: "#")
      if isComment || name.lexicographicallyPrecedes(wanted) { low = end + 1 } else { high = start }
    }
    return nil
  }

  private func lineStart(around position: Int, from low: Int) -> Int {
    var start = position
    while start > low, bytes[start - 1] != newline { start -= 1 }
    return start
  }

  private let newline = UInt8(ascii: "\n")
}
