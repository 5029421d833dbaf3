import Analysis
import Facts
import Names
import Testing

@Suite("Which names are one entity")
struct ResolutionTests {
  private func node(
    _ text: String, _ kind: EntityKind = .person, identity: String? = nil, language: String = "en",
    mentions: Int = 1
  ) -> NameNode {
    NameNode(
      key: NameKey(text, kind), identity: identity, sound: Sound(text), languages: [language],
      mentions: mentions)
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

  @Test("A name joins the closest one of a script; one that is less close is suggested")
  func closest() {
    let nodes = [
      node("Viktor Petrov"), node("Виктор Петров", language: "ru"),
      node("Виктор Петрон", language: "ru"),
    ]
    #expect(groups(nodes) == [["Viktor Petrov", "Виктор Петров"], ["Виктор Петрон"]])
    #expect(Resolution(nodes).suggestions.count == 1)
  }

  @Test("A woman's name does not join a man's")
  func sexes() {
    #expect(groups([node("Anna Orlov"), node("Анна Орлова", language: "ru")]).count == 2)
    #expect(groups([node("Aleksandr Ivanov"), node("Александра Иванова")]).count == 2)
  }

  @Test("Two identities never join, however they sound")
  func different() {
    let nodes = [
      node("Ivan Petrov", identity: "a"), node("Иван Петров", identity: "b", language: "ru"),
    ]
    #expect(groups(nodes).count == 2)
  }

  @Test("A surname is suggested to be the one who bears it, and nobody if two do")
  func surnames() {
    let one = Resolution([node("Anna Orlova"), node("Orlova")])
    #expect(one.clusters.count == 2)
    #expect(one.suggestions.map { $0.names.map(\.text) } == [["Orlova", "Anna Orlova"]])
    #expect(
      Resolution([node("Anna Orlova"), node("Vera Orlova"), node("Orlova")]).suggestions == [])
  }

  @Test("Cases of a name join, a surname's alone do not")
  func cases() {
    var nodes = [
      node("Сергей Шойгу", language: "ru"), node("Сергея Шойгу", language: "ru"),
      node("Лаврова", language: "ru"), node("Лавров", language: "ru"),
    ]
    for (index, stem) in ["серге шойг", "серге шойг", "лавр", "лавр"].enumerated() {
      nodes[index].stem = stem
    }
    #expect(groups(nodes) == [["Лавров"], ["Лаврова"], ["Сергей Шойгу", "Сергея Шойгу"]])
  }

  @Test("Names that were ruled to differ stay apart, and evidence that they are one is shown")
  func fences() {
    let (a, b) = (NameKey("Maria Petrova", .person), NameKey("Мария Петрова", .person))
    let nodes = [node("Maria Petrova"), node("Мария Петрова", language: "ru")]
    let apart = Resolution(nodes, rulings: [.differ([a], [b])])
    #expect(apart.clusters.count == 2)
    #expect(apart.suggestions == [])
    #expect(apart.conflicts.map(\.ruling) == [0])
    #expect(apart.conflicts.first?.evidence.contains("sounds like") == true)
    let merged = Resolution(nodes, rulings: [.differ([a], [b]), .merge([a, b])])
    #expect(merged.clusters.count == 1)
    #expect(merged.conflicts == [])
  }

  @Test("A fence holds for whole groups, so that no third name joins what must differ")
  func transitive() {
    let nodes = [
      node("Anna Orlova", identity: "x"), node("Анна Орлова", language: "ru"),
      node("अन्ना ओरलोवा", identity: "x", language: "hi"),
    ]
    let rulings = [
      Ruling.differ([NameKey("Anna Orlova", .person)], [NameKey("Анна Орлова", .person)])
    ]
    #expect(groups(nodes, rulings) == [["Anna Orlova", "अन्ना ओरलोवा"], ["Анна Орлова"]])
  }

  @Test("A merge of names that a lexicon tells apart is carried out, and the conflict shown")
  func mergeConflict() {
    let nodes = [
      node("TASS", .organization, identity: "tass"), node("AFP", .organization, identity: "afp"),
    ]
    let resolution = Resolution(nodes, rulings: [.merge(nodes.map(\.key))])
    #expect(resolution.clusters.count == 1)
    #expect(resolution.conflicts.map(\.evidence) == ["the lexicon knows AFP as afp, TASS as tass"])
  }

  @Test("What is close but not sure is suggested, the closest first")
  func suggestions() {
    let resolution = Resolution([
      node("Viktor Orban"), node("Виктор Орлин", language: "ru"),
      node("Иван Петров", language: "ru"),
    ])
    #expect(resolution.clusters.count == 3)
    #expect(resolution.suggestions.count == 1)
    #expect((resolution.suggestions.first?.distance ?? 1) <= 0.25)
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
