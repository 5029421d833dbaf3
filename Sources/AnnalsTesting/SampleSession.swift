import FoundationEssentials
import Registry
public import Workbench

/// A small session in memory with two articles, on which the examples of all commands run.
public enum SampleSession {
  /// Files of the sample folder, by path.
  static let files: [(path: String, text: String)] = [
    (
      "articles/en/visit.txt",
      """
      Title: Visit to Kazan announced
      Source: Northgate Herald
      Date: 2024-10-03

      The Kremlin said on Wednesday that Chinese President Xi Jinping will visit Kazan in October.
      "We are preparing the visit," spokesman Dmitry Peskov said.

      """
    ),
    (
      "articles/hi/baithak.txt",
      """
      Source: गंगा समाचार
      Date: 2024-10-03

      चीनी राष्ट्रपति शी जिनपिंग ने जुलाई में अस्ताना में एससीओ शिखर सम्मेलन के दौरान रूसी राष्ट्रपति व्लादिमीर पुतिन से मुलाकात की।

      """
    ),
    (
      "scripts/people.annals",
      """
      annals 1
      entities --kind person

      """
    ),
  ]

  /// A new session that has read the sample articles; its files stand in a folder of their own.
  public static func make() throws -> Session {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "annals-sample-\(UUID().uuidString)")
    for file in files {
      let url = folder.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url)
    }
    let path = folder.path(percentEncoded: false)
    let session = try Session.inMemory(catalog: .registered, files: .open(from: path))
    _ = try session.run("load articles")
    return session
  }
}
