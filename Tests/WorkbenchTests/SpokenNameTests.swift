import Testing
import Text

@testable import Workbench

@Suite("Names as texts use them")
struct SpokenNameTests {
  @Test(
    "A part stands for the name where the text names the maker too",
    arguments: [
      ("Volna 650 Breeze", "Volna sold two 650s; the Breeze is new.", ["650s", "Breeze"]),
      ("Volna 650 Breeze", "A breeze of 650 metres.", []),
      ("Ann Lee", "Ann Lee spoke. Lee left. With her was Tom Lee.", ["Ann Lee", "Lee"]),
      ("Vela Phone 4", "The Vela Phone 4 has 4 buttons.", ["Vela Phone 4"]),
    ])
  func parts(_ name: String, _ text: String, _ expected: [String]) {
    let text = TokenizedText(text)
    let found = SpokenName(name).spans(in: text).sorted { $0.start < $1.start }
    #expect(found.map(text.string) == expected)
  }
}
