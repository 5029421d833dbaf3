/// How a model lies in its file.
///
/// "ANM1", the step, the transitions (from each label, from the start, to the end; two bytes each),
/// the number of features; then for each feature, ascending, the distance of its hash from the one
/// before in groups of seven bits, two bytes that mark its labels, and a byte for each of those.
enum ModelFile {
  static let magic: [UInt8] = Array("ANM1".utf8)

  static func bytes(
    weights: [(hash: UInt32, row: Model.Row)], transitions: [[Int]], ending: [Int], step: Int
  ) -> [UInt8] {
    var bytes = magic
    append(step, 2, to: &bytes)
    for row in transitions + [ending] { for value in row { append(value, 2, to: &bytes) } }
    append(weights.count, 4, to: &bytes)
    var last: UInt32 = 0
    for (hash, row) in weights {
      appendVariable(hash - last, to: &bytes)
      last = hash
      let labels = (0..<Label.count).filter { row[$0] != 0 }
      append(labels.reduce(0) { $0 | 1 << $1 }, 2, to: &bytes)
      for label in labels { bytes.append(UInt8(bitPattern: row[label])) }
    }
    return bytes
  }

  /// Nil if the bytes are no model.
  static func model(_ bytes: [UInt8]) -> Model? {
    var reader = ByteReader(bytes: bytes)
    guard reader.bytes.starts(with: magic) else { return nil }
    reader.index = magic.count
    guard let step = reader.number(2),
      let numbers = reader.numbers((Label.count + 2) * Label.count),
      let count = reader.number(4)
    else { return nil }
    let table = (0..<(Label.count + 2)).map {
      Array(numbers[($0 * Label.count)..<(($0 + 1) * Label.count)])
    }
    guard let (hashes, rows) = reader.weights(count) else { return nil }
    return Model(
      hashes: hashes, rows: rows, transitions: Array(table.dropLast()),
      ending: table[Label.count + 1], step: step)
  }

  private static func append(_ value: Int, _ width: Int, to bytes: inout [UInt8]) {
    for index in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
  }

  private static func appendVariable(_ value: UInt32, to bytes: inout [UInt8]) {
    var value = value
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }
}

/// Goes through the bytes of a file; every read is nil behind the end.
private struct ByteReader {
  let bytes: [UInt8]
  var index = 0

  mutating func number(_ width: Int) -> Int? {
    guard index + width <= bytes.count else { return nil }
    var value = 0
    for offset in 0..<width { value |= Int(bytes[index + offset]) << (8 * offset) }
    index += width
    return value
  }

  /// Signed numbers of two bytes.
  mutating func numbers(_ count: Int) -> [Int]? {
    var values: [Int] = []
    for _ in 0..<count {
      guard let value = number(2) else { return nil }
      values.append(Int(Int16(truncatingIfNeeded: value)))
    }
    return values
  }

  /// The hashes of so many features, and the weights of each.
  mutating func weights(_ count: Int) -> (hashes: [UInt32], rows: [Model.Row])? {
    var hashes: [UInt32] = []
    var rows: [Model.Row] = []
    hashes.reserveCapacity(min(count, bytes.count))
    rows.reserveCapacity(min(count, bytes.count))
    var hash: UInt32 = 0
    for _ in 0..<count {
      guard let gap = variable(), var labels = number(2) else { return nil }
      guard index + labels.nonzeroBitCount <= bytes.count else { return nil }
      var row = Model.Row()
      while labels != 0 {
        row[labels.trailingZeroBitCount] = Int8(bitPattern: bytes[index])
        index += 1
        labels &= labels - 1
      }
      hash = hash &+ gap
      hashes.append(hash)
      rows.append(row)
    }
    return (hashes, rows)
  }

  mutating func variable() -> UInt32? {
    var value: UInt32 = 0
    var shift: UInt32 = 0
    while index < bytes.count, shift < 35 {
      let byte = bytes[index]
      index += 1
      value |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }
}
