import Loading

/// The address that an article was taken from, as a line its web page left behind says.
struct Provenance: Equatable {
  let url: String
  /// The address's host without `www.`, which stands for the outlet.
  let host: String

  /// Reads the first address in the provenance lines; nil if they hold none.
  init?(_ noise: [Noise], in text: String) {
    let lines = noise.filter { $0.kind == "provenance" }.compactMap { Self.line($0.span, text) }
    guard let url = lines.compactMap(Self.address).first, let host = Self.host(of: url) else {
      return nil
    }
    self.url = url
    self.host = host
  }

  private static func line(_ span: Span, _ text: String) -> String? {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: span.start)
    return String(bytes[start..<bytes.index(start, offsetBy: span.count)])
  }

  private static func address(in line: String) -> String? {
    line.split { $0.isWhitespace || "<>\"'()|".contains($0) }.map(String.init).first {
      $0.hasPrefix("https://") || $0.hasPrefix("http://")
    }
  }

  private static func host(of url: String) -> String? {
    guard let part = url.split(separator: "/").dropFirst().first else { return nil }
    let host = part.lowercased().prefix { $0 != ":" && $0 != "?" && $0 != "#" }
    return host.contains(".") ? String(host.hasPrefix("www.") ? host.dropFirst(4) : host) : nil
  }
}

extension Document {
  /// Notes the noise, and takes from it what the file itself did not say: address, outlet and day.
  ///
  /// - Parameter dateline: the day that the text's first lines state, which goes before an address.
  mutating func take(_ noise: [Noise], dateline: CalendarDate? = nil) {
    self.noise = noise
    if let dateline, publication.day == nil || publication.origin == .url {
      publication = Publication(day: dateline, origin: .text)
    }
    guard let provenance = Provenance(noise, in: text) else { return }
    if publication.day == nil {
      publication = PublicationDate.find(url: url ?? provenance.url, text: text)
    }
    if source == nil { source = provenance.host }
    if url == nil { url = provenance.url }
  }
}
