/// Turns the word forms of a sentence into hashed features, a fixed number a token.
///
/// A feature that does not apply is 0. The number of a template is part of its hash, so templates
/// may be reordered only with new models.
struct Features {
  /// Features a token at most.
  static let width = 64

  /// Features of every token, one row of `width` after another.
  static func rows(of forms: [WordForm]) -> [UInt32] {
    var rows = [UInt32](repeating: 0, count: forms.count * width)
    forms.withUnsafeBufferPointer { forms in
      rows.withUnsafeMutableBufferPointer { rows in
        for index in forms.indices {
          var writer = Writer(
            forms, index,
            UnsafeMutableBufferPointer(rebasing: rows[(index * width)..<((index + 1) * width)]))
          writer.write()
        }
      }
    }
    return rows
  }

  private struct Writer {
    let forms: UnsafeBufferPointer<WordForm>
    let index: Int
    let row: UnsafeMutableBufferPointer<UInt32>
    var template: UInt32 = 0

    init(
      _ forms: UnsafeBufferPointer<WordForm>, _ index: Int,
      _ row: UnsafeMutableBufferPointer<UInt32>
    ) {
      self.forms = forms
      self.index = index
      self.row = row
    }

    @inline(__always)
    private func at(_ offset: Int) -> WordForm {
      let place = index + offset
      return place >= 0 && place < forms.count ? forms[place] : WordForm.edge
    }

    /// Writes the next template's feature; 0 for a value that does not apply.
    @inline(__always)
    private mutating func add(_ value: UInt32) {
      if value != 0 { row[Int(template)] = Hash.mix(value, template) }
      template += 1
    }

    @inline(__always)
    private mutating func add(_ a: UInt32, _ b: UInt32) { add(Hash.mix(a, b)) }

    @inline(__always)
    private mutating func add(_ a: UInt32, _ b: UInt32, _ c: UInt32) {
      add(Hash.mix(Hash.mix(a, b), c))
    }

    @inline(__always)
    mutating func write() {
      let here = at(0)
      let before = at(-1)
      let after = at(1)
      let before2 = at(-2)
      let after2 = at(2)
      words(here, before, after, before2, after2)
      if here.script >> 2 == 3 {
        characters(here, before, after, before2, after2)
      } else {
        letters(here, before, after)
      }
      tables(here, before, after, before2, after2)
    }

    private mutating func words(
      _ here: WordForm, _ before: WordForm, _ after: WordForm, _ before2: WordForm,
      _ after2: WordForm
    ) {
      add(1)
      add(here.word)
      add(before.word)
      add(after.word)
      add(before2.word)
      add(after2.word)
      add(before.word, here.word)
      add(here.word, after.word)
      add(before.word, after.word)
      guard here.joins | before.joins != 0 else { return }
      add(Hash.mix(here.joins, 11), here.shape)
      add(Hash.mix(here.joins, before.joins), here.word)
      add(here.joins, after.word)
    }

    private mutating func letters(_ here: WordForm, _ before: WordForm, _ after: WordForm) {
      template = 16
      add(here.written)
      for count in 0..<4 { add(here.prefixes[count]) }
      for count in 0..<4 { add(here.suffixes[count]) }
      add(here.shape)
      add(here.script << 4 | here.length)
      add(before.shape)
      add(after.shape)
      add(before.prefixes[2])
      add(after.prefixes[2])
      add(before.suffixes[2])
      add(after.suffixes[2])
      add(before.shape, here.shape)
      add(here.shape, after.shape)
      add(before.shape, here.shape, after.shape)
      add(before.word, here.shape)
      add(here.shape, after.word)
      add(here.suffixes[2], here.capitals)
    }

    private mutating func characters(
      _ here: WordForm, _ before: WordForm, _ after: WordForm, _ before2: WordForm,
      _ after2: WordForm
    ) {
      template = 16
      add(before2.word, before.word)
      add(after.word, after2.word)
      add(before.word, here.word, after.word)
      add(before2.word, before.word, here.word)
      add(here.word, after.word, after2.word)
    }

    private mutating func tables(
      _ here: WordForm, _ before: WordForm, _ after: WordForm, _ before2: WordForm,
      _ after2: WordForm
    ) {
      template = 44
      add(here.phrase)
      add(before.phrase)
      add(after.phrase)
      add(here.flags)
      if before.flags | after.flags | here.flags != 0 {
        add(before.flags << 16 | here.flags, 1)
        add(here.flags << 16 | after.flags, 2)
      } else {
        template += 2
      }
      add(here.phrase == 0 ? 0 : Hash.mix(here.phrase, here.shape))
      add(here.phrase == 0 ? 0 : Hash.mix(here.phrase, before.word))
      clusters(here, before, after, before2, after2)
    }

    private mutating func clusters(
      _ here: WordForm, _ before: WordForm, _ after: WordForm, _ before2: WordForm,
      _ after2: WordForm
    ) {
      add(here.cluster)
      add(here.cluster >> 3)
      add(here.cluster >> 5)
      add(before.cluster)
      add(after.cluster)
      add(before2.cluster)
      add(after2.cluster)
      add(before.cluster == 0 || here.cluster == 0 ? 0 : before.cluster << 16 | here.cluster)
      add(after.cluster == 0 || here.cluster == 0 ? 0 : here.cluster << 16 | after.cluster)
      add(here.cluster == 0 ? 0 : Hash.mix(here.cluster, here.shape))
    }
  }
}
