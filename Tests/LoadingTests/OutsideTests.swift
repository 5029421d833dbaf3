import Foundation
import Glibc
import Loading
import Testing

/// A document can make its reader open no file: one that it points at is watched.
struct OutsideTests {
  /// Files in which a path stands in every place that a format has for one.
  private static func files(pointingAt path: String) -> [(name: String, text: String)] {
    let entity = "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file://\(path)\">]>"
    let parameter = "<!DOCTYPE rss [<!ENTITY % x SYSTEM \"file://\(path)\"> %x;]>"
    let subset = "<!DOCTYPE rss SYSTEM \"file://\(path)\">"
    let notation = "<!DOCTYPE rss PUBLIC \"-//A//B\" \"\(path)\">"
    let feed = """
      <rss><channel><item><title>A</title><description>&x; some text here</description></item>
      </channel></rss>
      """
    let plain = feed.replacingOccurrences(of: "&x;", with: "")
    let include = """
      <rss xmlns:xi="http://www.w3.org/2001/XInclude"><channel><item><description>
      <xi:include href="\(path)" parse="text"/></description></item></channel></rss>
      """
    let style = "<?xml version=\"1.0\"?><?xml-stylesheet href=\"\(path)\" type=\"text/xsl\"?>"
    let schema = """
      <rss xmlns:i="http://www.w3.org/2001/XMLSchema-instance"
      i:noNamespaceSchemaLocation="\(path)">\(plain.dropFirst("<rss>".count))
      """
    let page = """
      <!doctype html><html><head><base href="file://\(path)"><link rel=import href="\(path)">
      <meta http-equiv=refresh content="0;url=\(path)"></head><body><p>Some text of a page.</p>
      <iframe src="\(path)"></iframe><object data="file://\(path)"></object><img src="\(path)">
      """
    let doctype = "<!DOCTYPE html SYSTEM \"file://\(path)\"><html><p>Some text of a page.</p>"
    let record = "{\"text\": \"Some text.\", \"url\": \"file://\(path)\", \"$ref\": \"\(path)\"}\n"
    let mail = """
      From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: message/external-body; \
      access-type=local-file; name="\(path)"\r\n\r\nContent-Type: text/plain\r\n\r\ntext\r\n
      """
    return [entity + feed, parameter + plain, subset + feed, notation + plain].map { ("a.rss", $0) }
      + [("b.rss", include), ("c.rss", style + plain), ("d.rss", schema)]
      + [("a.html", page), ("b.html", doctype), ("a.jsonl", record), ("a.eml", mail)]
  }

  /// Whether a file was opened or read since the last time.
  private static func wasTouched(_ watch: Int32) -> Bool {
    var events = [UInt8](repeating: 0, count: 4096)
    return read(watch, &events, events.count) > 0
  }

  @Test("External entities, includes, schemas and frames are never opened")
  func canary() throws {
    let folder = try FolderSample()
    try folder.write("canary", "the canary sings")
    let path = folder.path + "/canary"
    let watch = inotify_init1(Int32(O_NONBLOCK | O_CLOEXEC))
    defer { close(watch) }
    try #require(inotify_add_watch(watch, path, UInt32(IN_OPEN | IN_ACCESS)) >= 0)
    for file in Self.files(pointingAt: path) {
      for case .loaded(let document) in FileLoader.load(Array(file.text.utf8), name: file.name) {
        #expect(!document.text.contains("canary sings"), "\(file.text)")
      }
      #expect(!Self.wasTouched(watch), "\(file.text)")
    }
    // The watch would have seen it.
    _ = try Data(contentsOf: URL(filePath: path))
    #expect(Self.wasTouched(watch))
  }
}
