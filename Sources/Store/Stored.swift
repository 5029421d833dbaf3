/// A fact with the number of its row, by which handles refer to it.
public struct Stored<Value: Sendable>: Sendable, Identifiable {
  /// Positive, and never given to another row while the session lives, unless a load is undone.
  public let id: Int
  /// The document that states it.
  public let document: Int
  public let value: Value

  public init(id: Int, document: Int, value: Value) {
    self.id = id
    self.document = document
    self.value = value
  }
}

extension Stored: Equatable where Value: Equatable {}
