/// What the classes and ids of a page's elements say of their content, in the words of web authors.
enum HTMLMarks {
  /// Whether an element is furniture of the page: navigation, sharing, comments, advertisements.
  static func areNoise(_ marks: String) -> Bool {
    marks.split(separator: " ").contains { mark in
      wholeMarks.contains(mark.lowercased()) || parts(of: mark).contains(where: noise.contains)
    }
  }

  /// Whether even an element that holds most of a page's text is none of its article.
  static func areNeverArticle(_ marks: String) -> Bool {
    let words = Set(marks.split(separator: " ").flatMap(parts))
    return !words.isDisjoint(with: neverArticle) && words.isDisjoint(with: posts)
  }

  /// Whether an element is named for holding an article's text.
  static func areArticle(_ marks: String) -> Bool {
    guard !marks.isEmpty else { return false }
    let marks = Array(marks.lowercased().utf8)
    return article.contains { holds(marks, $0) }
  }

  /// Words of a mark: `post-navLinks` is post, nav, links.
  static func parts(of mark: Substring) -> [String] {
    var parts: [String] = []
    var part: [UInt8] = []
    var isLower = false
    for byte in mark.utf8 {
      let isUpper = (0x41...0x5A).contains(byte)
      let isWord = isUpper || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      if !isWord || isUpper && isLower {
        if !part.isEmpty { parts.append(String(decoding: part, as: UTF8.self)) }
        part = []
      }
      if isWord { part.append(isUpper ? byte | 0x20 : byte) }
      isLower = (0x61...0x7A).contains(byte)
    }
    if !part.isEmpty { parts.append(String(decoding: part, as: UTF8.self)) }
    return parts
  }

  private static func holds(_ marks: [UInt8], _ name: [UInt8]) -> Bool {
    guard marks.count >= name.count else { return false }
    return (0...(marks.count - name.count)).contains { start in
      marks[start] == name[0] && marks[start..<(start + name.count)].elementsEqual(name)
    }
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  private static let wholeMarks: Set<String> = ["hidden", "widget"]

  private static let posts: Set<String> = ["post", "hentry", "single", "article", "main"]

  private static let neverArticle = words(
    """
    comment comments commentlist commentform disqus respond sidebar footer cookie cookies gdpr
    consent modal popup
    """)

  private static let noise = words(
    """
    comment comments commentlist commentform disqus respond reply replies share sharing shares
    sharedaddy sharer shariff social related relateds recommended recommendation recommendations
    recommend outbrain taboola sidebar sidebars breadcrumb breadcrumbs nav navi navigation navbar
    menu menus submenu footer foot colophon cookie cookies gdpr consent newsletter newsletters
    subscribe subscription subscriptions promo promotion promoted sponsor sponsored advert
    advertisement advertising ads ad adsense banner banners popup modal overlay login signin signup
    register tags tag taglist tagcloud keywords pagination pager pagenavi paging rating ratings
    likes bio authorbox aboutauthor teaser teasers toolbar tools print sr reader screenreader skip
    metadata byline bylines dateline caption wpcaption credit credits copyright disclaimer imprint
    trending popular mostread topstories slideshow carousel embed twitter facebook instagram
    whatsapp telegram tweet player subnav topnav masthead readmore morelinks toc yarpp reddit
    pinterest flattr donate donation postnav prevnext nextprev bookmark permalink avatar vcard
    postmeta entrymeta meta linkbox authordescription saboxplugin recirculation spoiler aside
    contributors editors poll quiz survey zergnet addtoany info author authors date
    """)

  private static let article = words(
    """
    articlebody articletext articlecontent article-body article_body article-text article-content
    article__content article__body article__text entry-content entry_content entrycontent
    post-content post_content post-body post__content postcontent postbody post-entry postentry
    post-text story-body story-content storybody story_content storycontent news-content newstext
    news-text blog-content page-content single-content single-post-content content-body
    body-content main-content maincontent content-main field-name-body field--name-body field-body
    node-content text-content content-text theme-content rich-text richtext bodytext body-text
    mw-parser-output mw-content-text artikel article-detail detail-content textcontent news-detail
    post_text post-area single-entry blogpost blog-post c-article prose
    """
  ).sorted().map { Array($0.utf8) }
}
