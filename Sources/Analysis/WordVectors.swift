import Glibc

/// Weights of words in a sentence: term frequency times inverse sentence frequency, of length 1.
struct WordVector {
  /// Word numbers, ascending.
  var words: [Int32]
  var weights: [Float]

  func dot(_ dense: [Float]) -> Float {
    var sum: Float = 0
    for (index, word) in words.enumerated() { sum += weights[index] * dense[Int(word)] }
    return sum
  }

  func dot(_ other: WordVector) -> Float {
    var (i, j, sum) = (0, 0, Float(0))
    while i < words.count, j < other.words.count {
      if words[i] == other.words[j] {
        sum += weights[i] * other.weights[j]
        i += 1
        j += 1
      } else if words[i] < other.words[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }

  func add(to dense: inout [Float], times factor: Float = 1) {
    for (index, word) in words.enumerated() { dense[Int(word)] += weights[index] * factor }
  }
}

/// Numbers the words of a collection, and makes vectors of its sentences.
struct WordVectors {
  private var numbers: [UInt64: Int32] = [:]
  private var rarity: [Float] = []

  /// How many different words there are.
  var count: Int { rarity.count }

  init(_ articles: [DatedArticle]) {
    var frequencies: [Int32] = []
    var lastSeen: [Int32] = []
    var sentences: Int32 = 0
    for article in articles {
      for sentence in article.sentences {
        sentences += 1
        for word in sentence.words {
          let number = numbers[word] ?? Int32(frequencies.count)
          if Int(number) == frequencies.count {
            numbers[word] = number
            frequencies.append(0)
            lastSeen.append(0)
          }
          guard lastSeen[Int(number)] != sentences else { continue }
          lastSeen[Int(number)] = sentences
          frequencies[Int(number)] += 1
        }
      }
    }
    let total = Float(sentences) + 1
    rarity = frequencies.map { logf(total / (Float($0) + 1)) + 1 }
  }

  func vector(_ sentence: DatedSentence) -> WordVector {
    var counts: [Int32: Float] = [:]
    for word in sentence.words {
      if let number = numbers[word] { counts[number, default: 0] += 1 }
    }
    let words = counts.keys.sorted()
    var weights = words.map { (counts[$0] ?? 0) * rarity[Int($0)] }
    let length = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
    if length > 0 { for index in weights.indices { weights[index] /= length } }
    return WordVector(words: words, weights: weights)
  }
}
