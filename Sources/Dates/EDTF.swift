/// How sure a date is (EDTF level 1).
public enum EDTFQualifier: Character, Sendable {
  case uncertain = "?"
  case approximate = "~"
  case both = "%"
}

/// A year, month or day of an EDTF date: digits, of which some may be unspecified (`X`).
public struct EDTFComponent: Hashable, Sendable {
  /// A year may have a sign or begin with `Y` (more than four digits).
  public var digits: String
  public var qualifier: EDTFQualifier?

  public init(_ digits: String, _ qualifier: EDTFQualifier? = nil) {
    self.digits = digits
    self.qualifier = qualifier
  }

  /// Whether no digit is specified.
  var isUnknown: Bool { digits.utf8.allSatisfy { $0 == UInt8(ascii: "X") } }
}

/// A date in EDTF: one to three components, and a time of day behind a complete one.
public struct EDTFDate: Hashable, Sendable {
  /// Year, month (or 21 to 41: season, quarter, half), day.
  public var components: [EDTFComponent]
  /// `15:30:00`, with an optional `Z` or shift.
  public var time: String?

  public init(_ components: [EDTFComponent], time: String? = nil) {
    self.components = components
    self.time = time
  }

  /// The date with one qualifier on all of it.
  public func qualified(_ qualifier: EDTFQualifier) -> EDTFDate {
    EDTFDate(components.map { EDTFComponent($0.digits, qualifier) }, time: time)
  }
}

/// One end of an interval.
public enum EDTFEnd: Hashable, Sendable {
  case date(EDTFDate)
  /// `..`: without end.
  case open
  /// Nothing is written: not known.
  case unknown
}

/// A member of a set: a date, or all dates from one to another (`..2024`, `2020..`).
public enum EDTFMember: Hashable, Sendable {
  case date(EDTFDate)
  case range(EDTFDate?, EDTFDate?)
}

/// An Extended Date/Time Format expression (ISO 8601-2:2019; Library of Congress, 2019): levels 0
/// and 1, and of level 2 unspecified digits anywhere, qualified components, sub-year groupings
/// and sets.
public enum EDTF: Hashable, Sendable {
  case date(EDTFDate)
  case interval(EDTFEnd, EDTFEnd)
  /// `[a,b]`: one of them.
  case oneOf([EDTFMember])
  /// `{a,b}`: all of them.
  case allOf([EDTFMember])

  /// The expression with a qualifier on every date of it.
  public func qualified(_ qualifier: EDTFQualifier) -> EDTF {
    switch self {
    case .date(let date): .date(date.qualified(qualifier))
    case .interval(let a, let b): .interval(a.qualified(qualifier), b.qualified(qualifier))
    case .oneOf(let members): .oneOf(members.map { $0.qualified(qualifier) })
    case .allOf(let members): .allOf(members.map { $0.qualified(qualifier) })
    }
  }
}

extension EDTFEnd {
  func qualified(_ qualifier: EDTFQualifier) -> EDTFEnd {
    if case .date(let date) = self { return .date(date.qualified(qualifier)) }
    return self
  }
}

extension EDTFMember {
  func qualified(_ qualifier: EDTFQualifier) -> EDTFMember {
    switch self {
    case .date(let date): .date(date.qualified(qualifier))
    case .range(let a, let b): .range(a?.qualified(qualifier), b?.qualified(qualifier))
    }
  }
}

extension EDTFDate: CustomStringConvertible {
  /// A qualifier that all components share stands at the end; others stand before their component.
  public var description: String {
    let shared = components.first?.qualifier
    let isShared = components.allSatisfy { $0.qualifier == shared }
    var text = components.map { component in
      (isShared ? "" : component.qualifier.map { String($0.rawValue) } ?? "") + component.digits
    }.joined(separator: "-")
    if let time { text += "T" + time }
    if isShared, let shared { text.append(shared.rawValue) }
    return text
  }
}

extension EDTF: CustomStringConvertible {
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .interval(let a, let b): "\(a)/\(b)"
    case .oneOf(let members): "[" + members.map(\.description).joined(separator: ",") + "]"
    case .allOf(let members): "{" + members.map(\.description).joined(separator: ",") + "}"
    }
  }
}

extension EDTFEnd: CustomStringConvertible {
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .open: ".."
    case .unknown: ""
    }
  }
}

extension EDTFMember: CustomStringConvertible {
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .range(let a, let b): (a?.description ?? "") + ".." + (b?.description ?? "")
    }
  }
}
