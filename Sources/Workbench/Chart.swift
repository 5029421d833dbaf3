/// A picture in characters; the terminal knows how wide it may be.
public enum Chart: Sendable, Equatable {
  /// Labels with counts.
  case bars([Bar])
  /// Names with stretches between 0 and 1; `first` and `last` label the ends.
  case lanes([Lane], first: String, last: String)

  public struct Bar: Sendable, Equatable {
    public let label: String
    public let count: Int
  }

  public struct Lane: Sendable, Equatable {
    public let name: String
    public let marks: [Mark]
  }

  public struct Mark: Sendable, Equatable {
    public let from: Double
    public let to: Double
    /// `●` happened, `◌` on an uncertain day, `○` planned, `×` denied; a stretch is drawn as `─`.
    public let sign: String
  }
}
