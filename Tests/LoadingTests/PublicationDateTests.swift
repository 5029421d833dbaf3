import Dates
import Facts
import Loading
import Testing

/// A publication day is found in the address or in a line of its own, and nowhere else.
struct PublicationDateTests {
  @Test(
    "Addresses with a date",
    arguments: [
      ("https://example.org/2024/10/02/story.html", "2024-10-02"),
      ("https://example.org/world/story-20241002.html", "2024-10-02"),
      ("https://example.org/n1/2024/1002/c1002-40332.html", "2024-10-02"),
      ("https://example.org/2024-10-02/story", "2024-10-02"),
      ("https://example.org/2024/1/9/story", "2024-01-09"),
      ("https://example.org/8/2024/10/02/a", "2024-10-02"),
    ])
  func addresses(url: String, day: String) {
    let found = PublicationDate.find(url: url, text: "")
    #expect(found.day?.description == day)
    #expect(found.origin == .url)
  }

  @Test(
    "Addresses without a date",
    arguments: [
      "https://example.org/story", "https://example.org/20241302", "https://example.org/12345678",
      "https://example.org/1204010/02", "https://example.org/2024/10/",
      "https://example.org/2024/31/31",
      "https://example.org/018501020", "https://example.org/18240102",
    ])
  func none(url: String) {
    #expect(PublicationDate.find(url: url, text: "") == .unknown)
  }

  @Test(
    "Lines of a date at the top of the text",
    arguments: [
      "2024-10-02\nText", "Headline\nPublished: 2024-10-02 10:30\nText", "तारीख: 2024-10-02\n",
    ])
  func lines(text: String) {
    let found = PublicationDate.find(url: "https://example.org/2023/01/01/", text: text)
    #expect(found.day?.description == "2024-10-02")
    #expect(found.origin == .text)
  }

  @Test(
    "A date within a sentence, in an address or far below is not when the text was published",
    arguments: [
      "They met on 2024-10-02 in Kazan", "https://a.org/x:2024-10-02", "2024-10-020",
      String(repeating: "line\n", count: 10) + "2024-10-02",
      "They had: 2024-10-02 was a day on which very many people of all kinds met one another",
    ])
  func sentences(text: String) {
    #expect(PublicationDate.find(url: nil, text: text) == .unknown)
  }
}
