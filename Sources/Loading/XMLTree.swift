import CFormats

/// The elements and texts of an XML text, in the order in which they begin.
///
/// libxml2 reads it; a document type with an internal subset is refused, and with it every entity
/// that could grow or lead outside.
struct XMLTree {
  struct Node {
    /// Without prefix; empty for a text.
    var name: String
    var attributes: [String: String] = [:]
    var text = ""
    var parent: Int
    /// The node after its last descendant.
    var end: Int
  }

  private(set) var nodes = [Node(name: "#", parent: 0, end: 1)]

  /// - Throws: `Rejection` for what is not well-formed, or is made to do harm.
  init(_ bytes: [UInt8]) throws(Rejection) {
    let builder = Builder()
    var events = annals_xml_events()
    events.context = Unmanaged.passUnretained(builder).toOpaque()
    events.start = { context, name, attributes in
      guard let context, let name else { return }
      Unmanaged<Builder>.fromOpaque(context).takeUnretainedValue().begin(
        String(cString: name), attributes)
    }
    events.end = { context in
      guard let context else { return }
      Unmanaged<Builder>.fromOpaque(context).takeUnretainedValue().end()
    }
    events.text = { context, bytes, count in
      guard let context, let bytes else { return }
      let text = UnsafeRawBufferPointer(start: bytes, count: count)
      Unmanaged<Builder>.fromOpaque(context).takeUnretainedValue().add(
        String(decoding: text, as: UTF8.self))
    }
    let fault = bytes.withUnsafeBytes { bytes in
      annals_xml_read(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, &events)
    }
    guard fault == annals_xml_whole else { throw Rejection(Self.reason(fault)) }
    nodes = builder.nodes
    nodes[0].end = nodes.count
  }

  private static func reason(_ fault: annals_xml_fault) -> String {
    switch fault {
    case annals_xml_doctype: "its XML declares entities, which are not read"
    case annals_xml_deep: "its XML is nested deeper than \(annals_xml_deepest)"
    case annals_xml_attributes:
      "an element of it has more than \(annals_xml_most_attributes) attributes"
    default: "its XML is broken"
    }
  }

  private final class Builder {
    var nodes = [Node(name: "#", parent: 0, end: 1)]
    private var open = [0]

    func begin(_ name: String, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?) {
      var node = Node(name: name, parent: open.last ?? 0, end: nodes.count + 1)
      var index = 0
      while let attributes, let key = attributes[index], let value = attributes[index + 1] {
        node.attributes[String(cString: key)] = String(cString: value)
        index += 2
      }
      open.append(nodes.count)
      nodes.append(node)
    }

    func end() {
      guard open.count > 1, let last = open.popLast() else { return }
      nodes[last].end = nodes.count
    }

    func add(_ text: String) {
      if let last = nodes.indices.last, nodes[last].name.isEmpty, nodes[last].parent == open.last {
        nodes[last].text += text
        return
      }
      nodes.append(Node(name: "", text: text, parent: open.last ?? 0, end: nodes.count + 1))
    }
  }
}

extension XMLTree {
  mutating func clear(_ range: Range<Int>) {
    for index in range { nodes[index].text = "" }
  }

  /// Elements of a name below a node, in order.
  func all(_ name: String, in root: Int = 0) -> [Int] {
    (root..<nodes[root].end).filter { nodes[$0].name == name }
  }

  func first(_ names: String..., in root: Int = 0) -> Int? {
    for name in names {
      if let found = (root..<nodes[root].end).first(where: { nodes[$0].name == name }) {
        return found
      }
    }
    return nil
  }

  /// The children of a node that have a name, in order.
  func children(_ name: String, of root: Int) -> [Int] {
    all(name, in: root).filter { nodes[$0].parent == root }
  }

  /// All text in a node.
  func text(_ node: Int?) -> String? {
    guard let node else { return nil }
    return nodes[node..<nodes[node].end].map(\.text).joined()
  }

  /// The texts of blocks in a node, a line each.
  ///
  /// - Parameters:
  ///   - blocks: elements that are lines.
  ///   - signs: what stands for an element without text, as a blank for a tab.
  func lines(in root: Int, blocks: Set<String>, signs: [String: String] = [:]) -> String {
    var lines: [String] = []
    var line = ""
    var ends: [Int] = []
    for index in root..<nodes[root].end {
      while let end = ends.last, end <= index {
        ends.removeLast()
        lines.append(line)
        line = ""
      }
      let node = nodes[index]
      if blocks.contains(node.name) {
        if !line.isEmpty { lines.append(line) }
        line = ""
        ends.append(node.end)
      }
      line += node.name.isEmpty ? node.text : signs[node.name] ?? ""
    }
    lines.append(line)
    let kept = lines.map { HTMLBlockFinder.squeezed($0) }.filter { !$0.isEmpty }
    return kept.map { $0 + "\n" }.joined()
  }
}
