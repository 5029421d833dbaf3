/// Cuts a text into tokens in one pass over its bytes.
enum Tokenizer {
  static func tokens(of bytes: [UInt8]) -> [Token] {
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = Scanner(bytes: buffer)
      return scanner.all()
    }
  }

  /// What a scalar is to the tokenizer.
  private enum Class {
    case letter(Script)
    case han
    /// Marks and format characters that belong to the letter before them.
    case extending
    case digit
    case blank
    case newline
    case mark
  }

  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0
    var tokens: [Token] = []

    mutating func all() -> [Token] {
      tokens.reserveCapacity(bytes.count / 6 + 8)
      while index < bytes.count { next() }
      return tokens
    }

    private mutating func next() {
      let start = index
      let (scalar, length) = decode(at: index)
      index += length
      switch classify(scalar) {
      case .blank, .extending: return
      case .newline: append(.newline, .none, from: start)
      case .mark: append(.mark, .none, from: start)
      case .han: append(.word, .han, from: start)
      case .digit: digits(from: start, first: scalar)
      case .letter(let script): word(from: start, first: scalar, script)
      }
    }

    private mutating func word(from start: Int, first: UInt32, _ script: Script) {
      while index < bytes.count {
        let (scalar, length) = decode(at: index)
        switch classify(scalar) {
        case .letter, .extending: index += length
        default:
          append(.word, script, from: start, capitalized: isUpper(first))
          return
        }
      }
      append(.word, script, from: start, capitalized: isUpper(first))
    }

    private mutating func digits(from start: Int, first: UInt32) {
      var value = digit(first)
      var count = 1
      while index < bytes.count {
        let (scalar, length) = decode(at: index)
        guard case .digit = classify(scalar) else { break }
        value = count < 18 ? value * 10 + digit(scalar) : -1
        count += 1
        index += length
      }
      append(.number, .none, from: start, number: count <= 18 ? value : -1)
    }

    private mutating func append(
      _ kind: TokenKind, _ script: Script, from start: Int, capitalized: Bool = false,
      number: Int = -1
    ) {
      let key = Folding.key(of: bytes[start..<index])
      tokens.append(
        Token(
          span: Span(start, index), kind: kind, script: script, isCapitalized: capitalized,
          key: key, number: number))
    }

    /// The scalar at `index` and its length in bytes; U+FFFD of length 1 for a broken sequence.
    private func decode(at index: Int) -> (UInt32, Int) {
      let first = bytes[index]
      guard first >= 0x80 else { return (UInt32(first), 1) }
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      guard first >= 0xC2, index + length <= bytes.count else { return (0xFFFD, 1) }
      var value = UInt32(first) & (0xFF >> UInt32(length + 1))
      for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
      return (value, length)
    }

    private func digit(_ scalar: UInt32) -> Int { Unicode.Scalar(scalar)?.decimalDigit ?? 0 }

    private func isUpper(_ scalar: UInt32) -> Bool {
      switch scalar {
      case 0..<0x80: return (0x41...0x5A).contains(scalar)
      case 0x410...0x42F: return true
      case 0x430...0x45F, 0x900...0xDFF: return false
      default: break
      }
      return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
    }

    private func classify(_ scalar: UInt32) -> Class {
      switch scalar {
      case 0x0A: .newline
      case 0x30...0x39: .digit
      case 0x41...0x5A, 0x61...0x7A: .letter(.latin)
      case 0...0x20, 0x7F...0xA0: .blank
      case 0x21..<0x7F: .mark
      case 0x964, 0x965, 0x970: .mark
      case 0x966...0x96F: .digit
      case 0x900...0x903, 0x93A...0x93C, 0x93E...0x94F, 0x951...0x957, 0x962, 0x963: .extending
      case 0x904...0x97F: .letter(.devanagari)
      case 0x400...0x482, 0x48A...0x52F: .letter(.cyrillic)
      case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x1E00...0x1EFF: .letter(.latin)
      case 0x620...0x64A, 0x671...0x6D3: .letter(.arabic)
      case 0x610...0x61A, 0x64B...0x65F, 0x670: .extending
      case 0x660...0x669, 0x6F0...0x6F9: .digit
      case 0x300...0x36F, 0x483...0x489, 0x200C, 0x200D, 0xAD: .extending
      case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF, 0x3007: .han
      default: rare(scalar)
      }
    }

    private func rare(_ value: UInt32) -> Class {
      guard let scalar = Unicode.Scalar(value) else { return .mark }
      if scalar.decimalDigit != nil { return .digit }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter:
        return .letter((0x600...0x6FF).contains(value) ? .arabic : .other)
      case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .extending
      case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return .blank
      default: return .mark
      }
    }
  }
}
