import Workbench

/// Explains a fact: its rule, its anchor, and the sentence that supports it.
struct Why: Command {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Explain a fact: rule, anchor and sentence")
  static let searchTerms = ["explain", "evidence", "source", "क्यों", "почему", "为什么", "tại sao"]
  static let examples = [
    Example(
      "Where does this date come from?", "why t1",
      prints: """
        Wednesday is 2024-10-02, in EDTF 2024-10-02
        days: 2024-10-02
        rule: weekday
        anchor: published 2024-10-03
        because: the same day or the last one
        d1 en/visit.txt, bytes 20–29: The Kremlin said on Wednesday that Chinese President Xi Jinping will visit Kazan in October.
        """)
  ]

  @Argument(help: ArgumentHelp("A time, event, quote or entity", valueName: "handle"))
  var handle: String

  func run(in session: Session) throws -> Output { .text(try session.why(handle)) }
}
