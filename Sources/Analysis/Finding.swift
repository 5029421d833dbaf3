import Facts
import Text

/// A fact of two texts, and how they stand to it.
struct Finding {
  let kind: String
  let verdict: Verdict
  /// Places in the two texts; nil where one leaves it out.
  let a: Span?
  let b: Span?
  let fact: String

  init(
    kind: String, verdict: Verdict, a: Span?, b: Span?, fact: String, other: String? = nil
  ) {
    self.kind = kind
    self.verdict = verdict
    self.a = a
    self.b = b
    self.fact = fact
  }

  var isOfName: Bool { kind == "participant" || kind == "place" }
  var isOfValue: Bool { kind == "number" || kind == "date" }

  init(_ verdict: Verdict, _ a: StatedText.Value, _ b: StatedText.Value) {
    self.init(kind: a.kind, verdict: verdict, a: a.span, b: b.span, fact: a.label)
  }
}

extension StatedText.Value {
  /// What is shown as the fact: what is counted, or the date.
  var label: String {
    switch self {
    case .date(let time): time.edtf.isEmpty ? time.value : time.edtf
    case .number(let quantity):
      ([quantity.text] + (quantity.unit == nil ? quantity.counted.prefix(2) : []))
        .joined(separator: " ")
    }
  }
}
