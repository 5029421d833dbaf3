import Dates
import Facts
import Loading
import Testing

/// Web pages give the paragraphs of their article and what their head says.
struct HTMLTests {
  private static let page = """
    <!DOCTYPE html>
    <html lang="en-GB"><head><title>Visit &amp; talks | Herald</title>
    <meta property="og:title" content="Visit &amp; talks">
    <meta name=og:site_name content='The Herald'>
    <link rel="canonical" href="https://example.org/2024/10/05/visit">
    <script type="application/ld+json">{"@type": "NewsArticle", "datePublished" : "2024-10-02T08:00:00+03:00"}</script>
    <style>p > a { color: red }</style><script>if (a < b) document.write("<p>no</p>")</script></head>
    <body><nav><p>Home</p></nav><p>Outside</p><!-- <p>comment</p> -->
    <article><h1>Visit</h1><p class="a > b">Xi will
    visit&nbsp;Kazan &#8212; on <b>22</b> October<br>he said.</p><aside><p>Read also</p></aside>
    <p>Caf&eacute; &unknown; 1 < 2</p><div>credit</div></article>
    <footer><p>Copyright</p></footer></body></html>
    """

  @Test("The article's paragraphs are the text")
  func article() throws {
    let document = try PlainTextTests.loaded(Self.page, name: "a.html")
    #expect(
      document.text.split(separator: "\n") == [
        "Visit", "Xi will visit Kazan — on 22 October", "he said.", "Café &unknown; 1 < 2",
        "credit",
      ])
  }

  @Test("The head gives title, outlet, address and date")
  func head() throws {
    let document = try PlainTextTests.loaded(Self.page, name: "a.html")
    #expect(document.title == "Visit & talks")
    #expect(document.source == "The Herald")
    #expect(document.url == "https://example.org/2024/10/05/visit")
    #expect(document.publication.day?.description == "2024-10-02")
    #expect(document.publication.origin == .text)
    #expect(document.language == "en")
  }

  @Test(
    "Pages without an article, or without paragraphs, give what they have",
    arguments: [
      ("<html><body><p>One<p>Two<div>Three</div>", "One\nTwo\nThree\n"),
      ("<html><body>One<div>Two</div></body>", "One\nTwo\n"),
      ("<body><p>&#0;x</p>" + String(repeating: "<p>abc def ghi jkl</p>", count: 8), nil),
      ("<html><p>a<textarea><p>b</textarea>c", "ac\n"),
      ("<html><p>a</p><!-- open <p>b</p>", "a\n"), ("<html><p>a <b", "a\n"),
      ("<html><p>a</p><script>b", "a\n"), ("<html><p =x='1' = y>a</p>", "a\n"),
    ] as [(String, String?)])
  func tolerant(page: String, text: String?) throws {
    let document = try PlainTextTests.loaded(page)
    if let text { #expect(document.text == text) } else { #expect(document.repairs.count == 1) }
  }

  @Test(
    "A page without text is rejected", arguments: ["<html>", "<html><script>x</script></html>"])
  func empty(page: String) {
    #expect(
      FileLoader.load(Array(page.utf8), name: "a") == [.rejected(name: "a", reason: "it is empty")])
  }

  @Test("Text that speaks of tags is no page")
  func text() throws {
    #expect(
      try PlainTextTests.loaded("the tag <html> begins a page").text.hasPrefix("the tag <html>"))
  }

  @Test(
    "Hostile markup takes no more than linear time",
    arguments: [
      "<div>", "<", "<!--", "<p a", "<p a='", "<p =", "<script>", "</script", "<nav><p>", "&", "&#",
      "<title><", "\"datePublished\":\"", "<![CDATA[",
    ])
  func linear(unit: String) {
    let page = Array(
      ("<html><p>x</p>" + String(repeating: unit, count: 400_000 / unit.utf8.count)).utf8)
    let clock = ContinuousClock()
    let time = clock.measure { #expect(FileLoader.load(page, name: "a").count == 1) }
    #expect(time < .seconds(10))
  }
}
