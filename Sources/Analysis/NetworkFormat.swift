import Facts

/// File formats that other programs draw networks from.
public enum NetworkFormat: String, Sendable, CaseIterable {
  /// GraphML 1.0 (graphdrawing.org): yEd, Gephi, NetworkX.
  case graphml
  /// GEXF 1.3 (gexf.net): Gephi.
  case gexf
  /// The language of Graphviz.
  case dot

  /// The network as lines of a file.
  public func lines(_ network: Network) -> [String] {
    switch self {
    case .graphml: Self.graphML(network)
    case .gexf: Self.gexf(network)
    case .dot: Self.dot(network)
    }
  }

  private static func graphML(_ network: Network) -> [String] {
    let direction = network.isDirected ? "directed" : "undirected"
    let nodes = network.nodes.map { node in
      """
          <node id="\(xml(node.id))"><data key="name">\(xml(node.name))</data>\
      <data key="kind">\(node.kind.rawValue)</data>\
      <data key="mentions">\(node.mentions)</data></node>
      """
    }
    let edges = network.edges.map { edge in
      """
          <edge source="\(xml(edge.from))" target="\(xml(edge.to))">\
      <data key="label">\(xml(edge.label))</data><data key="weight">\(edge.weight)</data></edge>
      """
    }
    return [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">",
      "  <key id=\"name\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>",
      "  <key id=\"kind\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>",
      "  <key id=\"mentions\" for=\"node\" attr.name=\"mentions\" attr.type=\"int\"/>",
      "  <key id=\"label\" for=\"edge\" attr.name=\"label\" attr.type=\"string\"/>",
      "  <key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"int\"/>",
      "  <graph id=\"entities\" edgedefault=\"\(direction)\">",
    ] + nodes + edges + ["  </graph>", "</graphml>"]
  }

  private static func gexf(_ network: Network) -> [String] {
    let direction = network.isDirected ? "directed" : "undirected"
    let nodes = network.nodes.map { node in
      """
            <node id="\(xml(node.id))" label="\(xml(node.name))"><attvalues>\
      <attvalue for="kind" value="\(node.kind.rawValue)"/>\
      <attvalue for="mentions" value="\(node.mentions)"/></attvalues></node>
      """
    }
    let edges = network.edges.enumerated().map { index, edge in
      """
            <edge id="\(index)" source="\(xml(edge.from))" target="\(xml(edge.to))" \
      label="\(xml(edge.label))" weight="\(edge.weight)"/>
      """
    }
    return [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">",
      "  <graph defaultedgetype=\"\(direction)\" mode=\"static\">",
      "    <attributes class=\"node\">",
      "      <attribute id=\"kind\" title=\"kind\" type=\"string\"/>",
      "      <attribute id=\"mentions\" title=\"mentions\" type=\"integer\"/>",
      "    </attributes>", "    <nodes>",
    ] + nodes + ["    </nodes>", "    <edges>"] + edges
      + ["    </edges>", "  </graph>", "</gexf>"]
  }

  private static func dot(_ network: Network) -> [String] {
    let shapes = ["person": "ellipse", "organization": "box", "place": "hexagon"]
    let nodes = network.nodes.map { node in
      "  \(quoted(node.id)) [label=\(quoted(node.name)), shape=\(shapes[node.kind.rawValue] ?? "box")];"
    }
    let arrow = network.isDirected ? "->" : "--"
    let edges = network.edges.map { edge in
      "  \(quoted(edge.from)) \(arrow) \(quoted(edge.to)) "
        + "[label=\(quoted("\(edge.label) \(edge.weight)")), weight=\(edge.weight)];"
    }
    return [network.isDirected ? "digraph entities {" : "graph entities {"] + nodes + edges + ["}"]
  }

  /// Text that XML 1.0 can hold: markup escaped, control characters as a blank.
  private static func xml(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case _ where scalar.value < 0x20 || (0xFFFE...0xFFFF).contains(scalar.value): out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// A quoted identifier of DOT, in which only the quotation mark and the backslash are special.
  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { out += "\\" }
      out.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
    }
    return out + "\""
  }
}
