/// What an element is to the search for an article, by its name.
struct HTMLElement: OptionSet {
  let rawValue: Int

  /// It begins and ends a line of its own.
  static let block = HTMLElement(rawValue: 1)
  /// It has no content and no end tag.
  static let void = HTMLElement(rawValue: 2)
  /// It holds no text of an article.
  static let dropped = HTMLElement(rawValue: 4)
  static let heading = HTMLElement(rawValue: 8)
  /// `p`, `blockquote` and `pre`: what articles are made of.
  static let paragraph = HTMLElement(rawValue: 16)
  /// Parts of lists and tables, whose inner blocks are parts too.
  static let item = HTMLElement(rawValue: 32)
  /// An open `p` ends where it begins.
  static let endsParagraph = HTMLElement(rawValue: 64)
  static let link = HTMLElement(rawValue: 128)

  static func named(_ name: String) -> HTMLElement { table[name] ?? [] }

  private static let table: [String: HTMLElement] = {
    var table: [String: HTMLElement] = ["a": .link, "p": [.block, .paragraph, .endsParagraph]]
    let add = { (names: String, element: HTMLElement) in
      for name in names.split(separator: " ") {
        table[String(name), default: []].formUnion(element)
      }
    }
    add("area base br col embed hr img input link meta param source track wbr", .void)
    add(
      """
      address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption \
      figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol pre section \
      summary table ul
      """, [.block, .endsParagraph])
    add("html body tbody td tfoot th thead tr option noscript", .block)
    add("h1 h2 h3 h4 h5 h6", .heading)
    add("blockquote pre", .paragraph)
    add("li td th dd dt", .item)
    add(
      """
      script style nav footer aside form button select svg template iframe object embed \
      input textarea label canvas audio video map dialog menu figure title option progress \
      datalist
      """, .dropped)
    return table
  }()

  /// Elements that a start tag ends if they are open, and those that it does not look beyond.
  static func ending(at name: String) -> (ends: [String], bounds: [String])? {
    switch name {
    case "li": (["li"], ["ul", "ol", "menu"])
    case "dd", "dt": (["dd", "dt"], ["dl"])
    case "tr": (["tr"], ["table"])
    case "td", "th": (["td", "th"], ["tr", "table"])
    case "option": (["option"], ["select"])
    case "a": (["a"], ["p", "td", "li"])
    default: nil
    }
  }
}
