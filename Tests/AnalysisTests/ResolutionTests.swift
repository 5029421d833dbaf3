import Analysis
import Facts
import Testing

@Suite("Which names are one entity")
struct ResolutionTests {
  private func node(
    _ text: String, _ kind: EntityKind = .person, identity: String? = nil, language: String = "en",
    mentions: Int = 1
  ) -> NameNode {
    NameNode(
      key: NameKey(text, kind), identity: identity, languages: [language], mentions: mentions)
  }

  private func groups(_ nodes: [NameNode], _ rulings: [Ruling] = []) -> [[String]] {
    Resolution(nodes, rulings: rulings).clusters.map { $0.members.map(\.key.text) }
  }

  private var putins: [NameNode] {
    [
      node("Vladimir Putin", identity: "putin"),
      node("व्लादिमीर पुतिन", identity: "putin", language: "hi"),
      node("普京", identity: "putin", language: "zh"),
    ]
  }

  @Test("Names that a lexicon knows as one are one, in every script")
  func identity() { #expect(groups(putins) == [["Vladimir Putin", "व्लादिमीर पुतिन", "普京"]]) }

  @Test("Full names that sound alike join across scripts, with the distance as the reason")
  func sounds() throws {
    let nodes = [node("Maria Petrova"), node("Мария Петрова", language: "ru")]
    let cluster = try #require(Resolution(nodes).clusters.first)
    #expect(cluster.members.count == 2)
    #expect(cluster.name == "Maria Petrova")
    #expect(cluster.members[1].reason.hasPrefix("sounds like Maria Petrova, distance 0.0"))
  }

  @Test("Two identities never join, however they sound")
  func different() {
    let nodes = [
      node("Ivan Petrov", identity: "a"), node("Иван Петров", identity: "b", language: "ru"),
    ]
    #expect(groups(nodes).count == 2)
  }

  @Test("A surname joins the one who bears it, and nobody if two do")
  func surnames() {
    #expect(groups([node("Anna Orlova"), node("Orlova")]).count == 1)
    #expect(groups([node("Anna Orlova"), node("Vera Orlova"), node("Orlova")]).count == 3)
  }

  @Test("The order of the names does not matter")
  func order() {
    let nodes =
      putins + [node("Putin"), node("Anna Orlova"), node("Orlova"), node("Moscow", .place)]
    let expected = Resolution(nodes).clusters
    for _ in 0..<20 { #expect(Resolution(nodes.shuffled()).clusters == expected) }
  }

  @Test("Rulings merge, split, rename, retype and drop")
  func rulings() {
    let a = NameKey("Anna Orlova", .person)
    let b = NameKey("A. O.", .person)
    let nodes = [node("Anna Orlova"), node("A. O.")]
    #expect(groups(nodes, [.merge([a, b])]).count == 1)
    #expect(groups(nodes, [.merge([a, b]), .split([b])]).count == 2)
    #expect(
      Resolution(nodes, rulings: [.rename([a], "Orlova")]).clusters.map(\.name).contains("Orlova"))
    #expect(
      Resolution(nodes, rulings: [.retype([a], .place)]).clusters.contains { $0.kind == .place })
    #expect(Resolution(nodes, rulings: [.drop([b])]).clusters.filter(\.isDropped).count == 1)
  }
}
