import Testing
import Text

@Suite("Words in order")
struct WordSequenceTests {
  @Test("Letters and digits that touch are one word, marks are none")
  func words() {
    let words = WordSequence("IE6, the 75th: don't!")
    #expect(words.spans.map(\.count) == [3, 3, 4, 3, 1])
    #expect(WordSequence("").shingles.isEmpty)
  }

  @Test("A shingle tells order, and is longer where words are single characters")
  func shingles() {
    let one = WordSequence("a b c d e f")
    let two = WordSequence("b a c d e f")
    #expect(one.shingles.count == 2)
    #expect(Set(one.shingles).isDisjoint(with: two.shingles.prefix(1)))
    #expect(WordSequence("中国国家主席习近平同俄罗斯总统普京").shingleLength == 10)
  }

  @Test("What stands in an advertisement is left out")
  func skipping() {
    #expect(
      WordSequence("one two three", skipping: [Span(4, 7)]).spans == [Span(0, 3), Span(8, 13)])
  }
}
