public import FoundationEssentials
import Text

/// Which country, subdivision or city a written name stands for: `Tables/places.tsv`.
///
/// A city of many millions goes before its namesakes; where no place clearly does, the name stands
/// for none.
public struct PlaceTable: Sendable {
  private let lines: SortedLines

  /// - Parameter bytes: lines of a folded name, a tab, and places as `RU`, `g524901:10381222` (a
  ///   city with its population) or `rumow`, sorted by bytes.
  public init(_ bytes: Data) { lines = SortedLines(bytes) }

  /// The installed table; an empty one if there is none.
  public static let installed = PlaceTable(TableFolder.bytes(of: "places.tsv"))

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
    guard let line = lines[Folding.fold(name)] else { return [] }
    return line.split(separator: " ").map { field in
      let parts = field.split(separator: ":")
      return (id: String(parts[0]), population: parts.count > 1 ? Int(parts[1]) : nil)
    }
  }
}
