import Text

/// How well two names of persons fit, part by part.
public struct NameFit: Sendable, Equatable {
  /// Mean over the parts, 0 to 1; the last part, mostly the surname, counts 1.5 times.
  public let distance: Double
  /// The part that fits worst.
  public let worst: Double
  /// Words of the longer name that the shorter one lacks, such as a patronymic.
  public let omitted: Int
  /// Whether a part fits as it is listed as a form of the other, though it sounds otherwise.
  public let isListed: Bool

  public init(distance: Double, worst: Double, omitted: Int, isListed: Bool = false) {
    self.distance = distance
    self.worst = worst
    self.omitted = omitted
    self.isListed = isListed
  }
}

extension Sound {
  /// The distance of two single words or of whole names read as one word.
  public func distance(to other: Sound) -> Double {
    guard words.count == other.words.count else { return 1 }
    let metric = SoundDistance(script, other.script)
    let parts = zip(words, other.words).map { metric.between($0, $1) }
    return parts.reduce(0, +) / Double(parts.count)
  }

  /// Compares full names part by part.
  ///
  /// The first words and the last words must stand for each other; words in the middle may be left
  /// out by one of the names. A Han name without a dot is cut behind its first or second character.
  /// Parts that are listed as forms of one hardly differ, however they sound.
  ///
  /// - Returns: nil if one of the names has only one part.
  public func fit(with other: Sound) -> NameFit? {
    if script == .han, count == 1 { return other.fitHan(self) }
    if other.script == .han, other.count == 1 { return fitHan(other) }
    guard count >= 2, other.count >= 2 else { return nil }
    let metric = SoundDistance(script, other.script)
    let (short, long) = count <= other.count ? (self, other) : (other, self)
    let apart = { (a: Int, b: Int) in short.part(a, long, b, metric) }
    var parts = [apart(0, 0)]
    var next = 1
    for word in 1..<(short.count - 1) {
      let rest = next..<(long.count - 1)
      guard let best = rest.min(by: { apart(word, $0).distance < apart(word, $1).distance })
      else { break }
      parts.append(apart(word, best))
      next = best + 1
    }
    parts.append(apart(short.count - 1, long.count - 1))
    return NameFit(parts, omitted: long.count - short.count)
  }

  /// How far a word is from one of another name.
  private func part(_ word: Int, _ other: Sound, _ otherWord: Int, _ metric: SoundDistance)
    -> NamePart
  {
    NamePart(
      listed.word(word), other.listed.word(otherWord),
      apart: metric.between(words[word], other.words[otherWord]))
  }

  /// Compares with a Han name in one piece, whose surname stands first.
  private func fitHan(_ han: Sound) -> NameFit? {
    guard script != .han, count >= 2, count <= 3, (2...4).contains(han.words[0].count) else {
      return nil
    }
    let given = words[1...].flatMap { $0 }
    let metric = SoundDistance(script, .han)
    return [1, 2].filter { $0 < han.words[0].count }.map { cut in
      let surname = metric.between(words[0], Array(han.words[0][..<cut]))
      let rest = metric.joined(given, Array(han.words[0][cut...]))
      let restNumbers = count == 2 ? listed.word(1) : []
      return NameFit(
        [
          NamePart(listed.word(0), han.listed.surname(cut: cut), apart: surname),
          NamePart(restNumbers, han.listed.given(cut: cut), apart: rest),
        ], omitted: 0)
    }.min { $0.distance < $1.distance }
  }
}

/// A part of a name beside one of another name.
private struct NamePart {
  let distance: Double
  let isListed: Bool

  /// What is left between parts that are listed as one, so that a part of the same sound goes first.
  private static let listedApart = 0.03

  init(_ numbers: [UInt32], _ others: [UInt32], apart: Double) {
    isListed = apart > Self.listedApart && ListedParts.areOne(numbers, others)
    distance = isListed ? Self.listedApart : apart
  }
}

extension NameFit {
  fileprivate init(_ parts: [NamePart], omitted: Int) {
    let distances = parts.map(\.distance)
    let weights = parts.indices.map { $0 == parts.count - 1 ? 1.5 : 1.0 }
    let sum = zip(distances, weights).reduce(0) { $0 + $1.0 * $1.1 }
    self.init(
      distance: sum / weights.reduce(0, +) + 0.04 * Double(omitted), worst: distances.max() ?? 1,
      omitted: omitted, isListed: parts.contains { $0.isListed })
  }
}

extension SoundDistance {
  /// Words of an alphabet read as one, against a chain of characters.
  func joined(_ words: [Sound.Piece], _ chain: [Sound.Piece]) -> Double {
    guard words.count > 1 else { return between(words, chain) }
    let count = words.map(\.count).min() ?? 0
    let whole = (0..<count).map { index in
      Sound.Reading(words.flatMap { $0[min(index, $0.count - 1)].letters }.withoutDoubles)
    }
    return between([whole], chain)
  }
}
