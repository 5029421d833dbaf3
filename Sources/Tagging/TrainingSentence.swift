import Text

/// The features of a sentence, as numbers from 0 in the order they were first seen, and its labels.
struct TrainingSentence {
  /// Feature numbers of all tokens; those of token i lie between `starts[i]` and `starts[i + 1]`.
  var features: [Int32] = []
  var starts: [Int32] = [0]
  var labels: [Int] = []

  /// The sentence without so many of a hundred of its features.
  func forgetting(_ share: Int, _ random: inout Random) -> TrainingSentence {
    var sentence = TrainingSentence()
    sentence.labels = labels
    for token in labels.indices {
      for index in starts[token]..<starts[token + 1] where random.next(below: 100) >= share {
        sentence.features.append(features[Int(index)])
      }
      sentence.starts.append(Int32(sentence.features.count))
    }
    return sentence
  }
}

/// Numbers features, and turns documents into sentences to learn from.
struct TrainingSet {
  private(set) var sentences: [TrainingSentence] = []
  /// The hash of each feature by its number.
  private(set) var hashes: [UInt32] = []

  /// - Parameter rarest: features that occur less often are left out.
  init(_ documents: [TrainingText], _ tables: NameTables, rarest: Int) {
    var rows: [(row: [UInt32], labels: [Int])] = []
    var counts: [UInt32: Int32] = [:]
    for document in documents {
      for sentence in document.text.sentences {
        let forms = tables.forms(of: document.text, sentence)
        let row = Features.rows(of: forms)
        for hash in row where hash != 0 { counts[hash, default: 0] += 1 }
        rows.append((row, Label.labels(of: document.names(in: sentence), count: forms.count)))
      }
    }
    hashes = counts.filter { $0.value >= rarest }.keys.sorted()
    let numbers = HashTable(hashes)
    sentences = rows.map { row, labels in
      var sentence = TrainingSentence()
      sentence.labels = labels
      for token in labels.indices {
        for hash in row[(token * Features.width)..<((token + 1) * Features.width)] where hash != 0 {
          let number = numbers.row(of: hash)
          if number >= 0 { sentence.features.append(Int32(number)) }
        }
        sentence.starts.append(Int32(sentence.features.count))
      }
      return sentence
    }
  }
}

extension TrainingText {
  /// The names of one sentence, counted from its start; one that goes on behind it is cut.
  func names(in sentence: Range<Int>) -> [TaggedName] {
    names.compactMap { name in
      let tokens = name.tokens.clamped(to: sentence)
      guard !tokens.isEmpty, sentence.contains(name.tokens.lowerBound) else { return nil }
      return TaggedName(
        tokens: (tokens.lowerBound - sentence.lowerBound)..<(tokens.upperBound
          - sentence.lowerBound), kind: name.kind)
    }
  }
}
