/// A JSON text as it stands: strings are decoded, numbers kept as written.
enum JSONValue {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// The value of the first of `keys` that an object has, with the case of letters ignored.
  subscript(keys: String...) -> JSONValue? { first(of: keys) }

  func first(of keys: [String]) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    for key in keys {
      if let found = members.first(where: { $0.key == key || $0.key.lowercased() == key }) {
        if case .null = found.value { continue }
        return found.value
      }
    }
    return nil
  }

  /// A string, a number as written, or the name in an object as JSON-LD has it.
  var text: String? {
    switch self {
    case .string(let text): text
    case .number(let text): text
    case .object: self["name", "value", "@value", "@id", "literal"]?.text
    case .array(let values): values.first?.text
    default: nil
    }
  }

  /// A string and nothing else.
  var string: String? { if case .string(let text) = self { text } else { nil } }

  var elements: [JSONValue] { if case .array(let values) = self { values } else { [self] } }

  var isObject: Bool { if case .object = self { true } else { false } }
}

/// Reads JSON of RFC 8259 out of bytes in one pass.
struct JSONParser {
  /// Why a text is no JSON: at which byte it goes wrong.
  struct Fault: Error { let offset: Int }

  /// Arrays and objects within one another, at most so deep.
  static let deepest = 128

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  /// The value that fills the bytes.
  static func value(of bytes: some Collection<UInt8>) throws(Fault) -> JSONValue {
    let result =
      bytes.withContiguousStorageIfAvailable { parse($0) }
      ?? Array(bytes).withUnsafeBufferPointer { parse($0) }
    return try result.get()
  }

  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<JSONValue, Fault> {
    var parser = JSONParser(bytes: bytes)
    do throws(Fault) {
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.index = 3 }
      let value = try parser.value(depth: 0)
      parser.skipBlanks()
      guard parser.index == bytes.count else { throw parser.fault }
      return .success(value)
    } catch {
      return .failure(error)
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private var fault: Fault { Fault(offset: index) }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) throws(Fault) -> JSONValue {
    guard depth < Self.deepest else { throw fault }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Fault) -> JSONValue {
    for offset in 0..<word.utf8CodeUnitCount {
      guard take(word.utf8Start[offset]) else { throw fault }
    }
    return value
  }

  private mutating func number() throws(Fault) -> JSONValue {
    let start = index
    while let byte = next, (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte) {
      index += 1
    }
    guard index > start, index - start < 400 else { throw fault }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard Double(text) != nil else { throw fault }
    return .number(text)
  }

  private mutating func array(_ depth: Int) throws(Fault) -> JSONValue {
    index += 1
    var values: [JSONValue] = []
    skipBlanks()
    if take(UInt8(ascii: "]")) { return .array(values) }
    while true {
      values.append(try value(depth: depth + 1))
      skipBlanks()
      if take(UInt8(ascii: "]")) { return .array(values) }
      guard take(UInt8(ascii: ",")) else { throw fault }
    }
  }

  private mutating func object(_ depth: Int) throws(Fault) -> JSONValue {
    index += 1
    var members: [(key: String, value: JSONValue)] = []
    skipBlanks()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw fault }
      let key = try string()
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw fault }
      members.append((key, try value(depth: depth + 1)))
      skipBlanks()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw fault }
    }
  }
}

extension JSONParser {
  private func valid(_ bytes: some Collection<UInt8>) throws(Fault) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw fault }
    return text
  }

  /// A string; what is no UTF-8, and half of a surrogate pair, are faults.
  private mutating func string() throws(Fault) -> String {
    index += 1
    let start = index
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      index += 1
    }
    if next == UInt8(ascii: "\"") {
      index += 1
      return try valid(bytes[start..<(index - 1)])
    }
    var text = Array(bytes[start..<index])
    while let byte = next {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return try valid(text)
      case UInt8(ascii: "\\"): text += try escape()
      case 0..<0x20: throw fault
      default: text.append(byte)
      }
    }
    throw fault
  }

  /// The UTF-8 of what stands behind a backslash.
  private mutating func escape() throws(Fault) -> [UInt8] {
    guard let byte = next else { throw fault }
    index += 1
    switch byte {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "u"): return try unicode()
    default: throw fault
    }
  }

  private mutating func unicode() throws(Fault) -> [UInt8] {
    var value = try hexadecimal()
    if (0xD800..<0xDC00).contains(value), index + 1 < bytes.count,
      bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    {
      let start = index
      index += 2
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else {
        index = start
        throw fault
      }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw fault }
    return Array(String(scalar).utf8)
  }

  private mutating func hexadecimal() throws(Fault) -> UInt32 {
    guard index + 4 <= bytes.count else { throw fault }
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else { throw fault }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}
