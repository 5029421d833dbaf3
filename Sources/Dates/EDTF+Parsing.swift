extension EDTF {
  /// Reads an EDTF expression; nil for text that is none.
  public init?(_ text: String) {
    if text.hasPrefix("["), text.hasSuffix("]") {
      guard let members = Self.members(text.dropFirst().dropLast()) else { return nil }
      self = .oneOf(members)
    } else if text.hasPrefix("{"), text.hasSuffix("}") {
      guard let members = Self.members(text.dropFirst().dropLast()) else { return nil }
      self = .allOf(members)
    } else if text.contains("/") {
      let ends = text.split(separator: "/", omittingEmptySubsequences: false)
      guard ends.count == 2, let a = EDTFEnd(ends[0]), let b = EDTFEnd(ends[1]) else { return nil }
      guard a != .unknown || b != .unknown else { return nil }
      self = .interval(a, b)
    } else {
      guard let date = EDTFDate(text[...]) else { return nil }
      self = .date(date)
    }
  }

  private static func members(_ text: Substring) -> [EDTFMember]? {
    var members: [EDTFMember] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let member = EDTFMember(part) else { return nil }
      members.append(member)
    }
    return members.isEmpty ? nil : members
  }
}

extension EDTFEnd {
  init?(_ text: Substring) {
    if text.isEmpty {
      self = .unknown
    } else if text == ".." {
      self = .open
    } else {
      guard let date = EDTFDate(text) else { return nil }
      self = .date(date)
    }
  }
}

extension EDTFMember {
  init?(_ text: Substring) {
    let trimmed = text.drop { $0 == " " }
    guard let dots = trimmed.firstIndex(of: ".") else {
      guard let date = EDTFDate(trimmed) else { return nil }
      self = .date(date)
      return
    }
    let tail = trimmed[dots...]
    guard tail.hasPrefix("..") else { return nil }
    let (head, rest) = (trimmed[..<dots], tail.dropFirst(2))
    let (a, b) = (EDTFDate(head), EDTFDate(rest))
    guard head.isEmpty || a != nil, rest.isEmpty || b != nil, a != nil || b != nil else {
      return nil
    }
    self = .range(a, b)
  }
}

extension EDTFDate {
  /// Reads a date of level 0, 1 or 2 without its set or interval; nil for anything else.
  init?(_ text: Substring) {
    var rest = text
    var time: String?
    if let mark = rest.firstIndex(of: "T") {
      let clock = rest[rest.index(after: mark)...]
      guard Self.isTime(clock) else { return nil }
      time = String(clock)
      rest = rest[..<mark]
    }
    var components: [EDTFComponent] = []
    for piece in Self.pieces(rest) {
      guard components.count < 3 else { return nil }
      guard let (component, grouped) = Self.component(piece, at: components.count) else {
        return nil
      }
      components.append(component)
      // A qualifier on the right holds for everything to its left (level 2, group qualification).
      if let grouped { for index in components.indices { components[index].qualifier = grouped } }
    }
    guard !components.isEmpty, time == nil || components.count == 3 else { return nil }
    if components.count == 3, let month = Int(components[1].digits), month > 12 { return nil }
    self.init(components, time: time)
    guard isPossible else { return nil }
  }

  /// Cuts at hyphens, but for the sign of a year, which may stand behind a qualifier and a `Y`.
  private static func pieces(_ text: Substring) -> [Substring] {
    var rest = text
    if rest.first.flatMap({ EDTFQualifier(rawValue: $0) }) != nil { rest = rest.dropFirst() }
    if rest.hasPrefix("Y") { rest = rest.dropFirst() }
    if rest.hasPrefix("-") { rest = rest.dropFirst() }
    var pieces = rest.split(separator: "-", omittingEmptySubsequences: false)
    if let first = pieces.first { pieces[0] = text[text.startIndex..<first.endIndex] }
    return pieces
  }

  private static func component(
    _ piece: Substring, at index: Int
  ) -> (EDTFComponent, grouped: EDTFQualifier?)? {
    var digits = piece
    let left = digits.first.flatMap { EDTFQualifier(rawValue: $0) }
    if left != nil { digits = digits.dropFirst() }
    let right = digits.last.flatMap { EDTFQualifier(rawValue: $0) }
    if right != nil { digits = digits.dropLast() }
    guard index == 0 ? isYear(digits) : isPattern(digits, length: 2) else { return nil }
    return (EDTFComponent(String(digits), right ?? left), right)
  }

  private static func isYear(_ digits: Substring) -> Bool {
    if digits.hasPrefix("Y") {
      let long = digits.dropFirst().hasPrefix("-") ? digits.dropFirst(2) : digits.dropFirst()
      return long.utf8.count > 4 && long.utf8.count <= 15
        && long.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    return isPattern(digits.hasPrefix("-") ? digits.dropFirst() : digits, length: 4)
  }

  private static func isPattern(_ digits: Substring, length: Int) -> Bool {
    digits.utf8.count == length
      && digits.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "X") }
  }

  private static func isTime(_ text: Substring) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 8 else { return false }
    for (index, byte) in bytes.prefix(8).enumerated() {
      let isColon = index == 2 || index == 5
      guard isColon ? byte == UInt8(ascii: ":") : (0x30...0x39).contains(byte) else { return false }
    }
    let parts = text.prefix(8).split(separator: ":").compactMap { Int($0) }
    guard parts.count == 3, parts[0] <= 24, parts[1] <= 59, parts[2] <= 60 else { return false }
    let shift = text.dropFirst(8)
    if shift.isEmpty || shift == "Z" { return true }
    return (shift.hasPrefix("+") || shift.hasPrefix("-")) && [3, 6].contains(shift.utf8.count)
      && shift.dropFirst().allSatisfy { $0.isNumber || $0 == ":" }
  }
}
