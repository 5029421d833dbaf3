/// A page's head and the text of its article.
///
/// The article is the paragraphs inside `article`; on a page without, all paragraphs; on a page
/// without paragraphs, all text.
struct HTMLPage {
  private(set) var head = HTMLHead()
  private var blocks: [Block] = []

  private struct Block {
    var text: String
    var isParagraph: Bool
    var isInArticle: Bool
  }

  /// Elements that hold no text of an article.
  private static let skipped: Set<String> = [
    "aside", "button", "footer", "iframe", "nav", "noscript", "select", "svg", "template",
  ]
  /// Elements that are paragraphs of their own.
  private static let paragraphs: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre",
  ]
  /// Elements that end a paragraph where they begin and end.
  private static let separators: Set<String> = [
    "address", "article", "body", "dd", "div", "dl", "dt", "figcaption", "figure", "header", "hr",
    "main", "ol", "section", "table", "tbody", "td", "th", "tr", "ul",
  ]

  init(_ markup: String) {
    var scanner = HTMLScanner(markup)
    var state = State()
    while let piece = scanner.next() {
      switch piece {
      case .tag(let tag):
        head.take(tag)
        take(tag, &state)
      case .raw(let tag, let content): head.take(content, of: tag)
      case .text(let text) where state.skipped.isEmpty: state.line += HTMLReferences.resolve(text)
      case .text: break
      }
    }
    end(&state, paragraph: false)
  }

  /// The article's paragraphs, one a line.
  var text: String {
    let choices: [(Block) -> Bool] = [
      { $0.isInArticle && $0.isParagraph }, { $0.isParagraph }, { _ in true },
    ]
    for isWanted in choices {
      let chosen = blocks.filter(isWanted)
      if !chosen.isEmpty { return chosen.map { $0.text + "\n" }.joined() }
    }
    return ""
  }

  private struct State {
    var line = ""
    /// How often each skipped element is open.
    var skipped: [String: Int] = [:]
    var articles = 0
    var isParagraph = false
  }

  private mutating func take(_ tag: HTMLScanner.Tag, _ state: inout State) {
    if Self.skipped.contains(tag.name) { return skip(tag, &state) }
    guard state.skipped.isEmpty else { return }
    if tag.name == "br" {
      end(&state, paragraph: state.isParagraph)
    } else if Self.paragraphs.contains(tag.name) {
      end(&state, paragraph: !tag.isClosing)
    } else if Self.separators.contains(tag.name) {
      end(&state, paragraph: false)
    }
    if tag.name == "article" { state.articles = max(0, state.articles + (tag.isClosing ? -1 : 1)) }
  }

  private mutating func skip(_ tag: HTMLScanner.Tag, _ state: inout State) {
    if state.skipped.isEmpty { end(&state, paragraph: false) }
    let open = state.skipped[tag.name, default: 0] + (tag.isClosing ? -1 : 1)
    state.skipped[tag.name] = open > 0 ? open : nil
  }

  /// Ends the block that is being read; `paragraph` says what begins.
  private mutating func end(_ state: inout State, paragraph: Bool) {
    let words = state.line.unicodeScalars.split { $0.properties.isWhitespace }
    if !words.isEmpty {
      let text = words.map { String($0) }.joined(separator: " ")
      blocks.append(
        Block(text: text, isParagraph: state.isParagraph, isInArticle: state.articles > 0))
    }
    state.line = ""
    state.isParagraph = paragraph
  }
}
