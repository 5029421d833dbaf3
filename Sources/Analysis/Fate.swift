import Facts
import Text

/// What befell the people that a number counts: a code of the pack, or nothing that is said.
struct Fate: Equatable {
  let code: String?

  /// Whether two may be of the same people; what is not said agrees with anything.
  func agrees(with other: Fate) -> Bool {
    code == nil || other.code == nil || code == other.code
  }
}

extension StatedText {
  /// What befell those that a number counts: a word of its own, as in `50 injured`, or the nearest
  /// on either side that is not nearer to another number.
  func fate(at item: Int, within sentence: Range<Int>, reach: Int) -> String? {
    guard let value = items[item].value, case .number(let quantity) = values[value] else {
      return nil
    }
    guard !isJoined(item) else { return nil }
    for token in TokenizedText(quantity.text).tokens {
      if let code = fates[token.key] { return code }
    }
    let behind = fateWord(from: item, by: 1, within: sentence, reach)
    let before = fateWord(from: item, by: -1, within: sentence, reach)
    let chosen = [before, behind].compactMap { $0 }.min { a, b in
      (a.distance, a.isContested ? 1 : 0) < (b.distance, b.isContested ? 1 : 0)
    }
    return chosen?.code
  }

  /// The nearest word for a fate in one direction: how many content words away it is, and whether
  /// another number is as near to it on its other side: killed nine, hurt 40.
  private func fateWord(from item: Int, by step: Int, within sentence: Range<Int>, _ reach: Int)
    -> (code: String, distance: Int, isContested: Bool)?
  {
    var distance = 0
    var word = item + step
    while sentence.contains(word), distance <= reach {
      if isNumber(word) { return nil }
      if !functionWords.contains(items[word].key) { distance += 1 }
      if let code = fates[items[word].key] {
        let other = numberDistance(from: word, by: step, within: sentence, distance)
        let isTaken = other.map { step > 0 ? $0 <= distance : $0 < distance } ?? false
        return isTaken ? nil : (code, distance, other.map { $0 <= distance } ?? false)
      }
      word += step
    }
    return nil
  }

  /// Content words up to the next number, if there are at most `most`.
  private func numberDistance(
    from word: Int, by step: Int, within sentence: Range<Int>, _ most: Int
  )
    -> Int?
  {
    var distance = 1
    var other = word + step
    while sentence.contains(other), distance <= most {
      if isNumber(other) { return distance }
      if !functionWords.contains(items[other].key) { distance += 1 }
      other += step
    }
    return nil
  }

  private func isNumber(_ item: Int) -> Bool {
    guard let value = items[item].value, case .number = values[value] else { return false }
    return true
  }

  /// Whether a hyphen joins it to the next word: a 59-year-old.
  private func isJoined(_ item: Int) -> Bool {
    let end = items[item].span.end
    return end < bytes.count && bytes[end] == UInt8(ascii: "-")
  }
}
