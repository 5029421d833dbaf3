import Store

/// Notes and tags, on whatever they are.
extension Merging {
  mutating func takeRemarks() throws {
    var known = Set(try store.notes().map { "\(Handle($0.target)) \($0.text)" })
    for item in try other.notes() {
      guard let target = try counterparts.target(item.target) else {
        note(.missing, "note", item.text)
        continue
      }
      guard known.insert("\(Handle(target)) \(item.text)").inserted else { continue }
      try store.addNote(item.text, on: target)
      note(.taken, "note", "\(Handle(target)): \(item.text)")
    }
    let tags = try store.tags()
    for (tag, targets) in try other.tags().sorted(by: { $0.key < $1.key }) {
      for theirs in targets {
        guard let target = try counterparts.target(theirs) else {
          note(.missing, "tag", tag)
          continue
        }
        guard tags[tag]?.contains(target) != true else { continue }
        try store.addTag(tag, to: target)
        note(.taken, "tag", "\(tag): \(Handle(target))")
      }
    }
  }
}
