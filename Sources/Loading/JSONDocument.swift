/// One JSON text with an article, or with many in an array, or in an array in an object.
enum JSONDocument: FileFormat {
  static func recognizes(_ head: ArraySlice<UInt8>, name: String) -> Bool {
    let start = FileFormats.start(head)
    if start.first == UInt8(ascii: "[") {
      return start.dropFirst().first { $0 > 0x20 } == UInt8(ascii: "{")
    }
    guard start.first == UInt8(ascii: "{"), !FileFormats.has(name, ".jsonl", ".ndjson") else {
      return false
    }
    // A record that goes on after a line break inside of itself is no line of JSON Lines.
    let line = start.prefix { $0 != 0x0A }
    return line.count < start.count && (try? JSONParser.value(of: line)) == nil
      && !line.contains(UInt8(ascii: "}"))
  }

  static func documents(in bytes: [UInt8], name: String) -> [LoadResult] {
    let value: JSONValue
    do throws(JSONParser.Fault) { value = try JSONParser.value(of: bytes) } catch {
      return [.rejected(name: name, reason: "it is not JSON: wrong at byte \(error.offset)")]
    }
    if Ninjs.isItem(value) { return [Ninjs.document(value, name: name, read: bytes)] }
    let records = records(of: value)
    guard records.count != 1 || !value.isObject else {
      return [JSONRecords.document(records[0], name: name, read: bytes)]
    }
    return records.enumerated().map { index, record in
      document(record, name: "\(name):\(index + 1)")
    }
  }

  private static func document(_ record: JSONValue, name: String) -> LoadResult {
    guard record.isObject else { return .rejected(name: name, reason: "it is no JSON object") }
    if Ninjs.isItem(record) { return Ninjs.document(record, name: name, read: nil) }
    guard let text = record.first(of: RecordFields.text)?.text else {
      return .rejected(name: name, reason: "the record has no text")
    }
    return Draft(record: record, name: name).result(text)
  }

  private static func records(of value: JSONValue) -> [JSONValue] {
    if case .array(let records) = value { return records }
    if value.first(of: RecordFields.text)?.text != nil { return [value] }
    if case .object(let members) = value {
      for case .array(let records) in members.map(\.value) where records.first?.isObject ?? false {
        return records
      }
    }
    return [value]
  }
}
