import CConfinement
import Glibc

/// What a confined child of annals does; it never returns to the rest of the program.
public enum ConfinedTask: String, Sendable {
  /// Reads pieces into documents, one after another.
  case parse
  /// Splits the archive on standard input into pieces.
  case split
  /// Becomes pdftotext.
  case pdf
  /// Says what it could still do, for whoever wants to know what confines it.
  case probe

  /// The first word of a child's command line.
  public static let flag = "--confined"
  static let missingProgram: Int32 = 3
  static let outOfMemory: Int32 = 4

  /// Bytes and seconds of CPU that a document may take.
  private static let memory: Int64 = 768 << 20
  private static let seconds: Int32 = 4
  private static let archiveSeconds: Int32 = 600

  /// Carries the task out that a command line names, and ends the process.
  ///
  /// - Parameter arguments: what stands behind the program's name; returns if it is no task.
  public static func run(_ arguments: [String]) {
    guard arguments.first == flag, arguments.count >= 2,
      let task = ConfinedTask(rawValue: arguments[1])
    else { return }
    _ = annals_confine(memory, task == .pdf ? 1 : 0)
    switch task {
    case .parse: parse()
    case .split: split(name: arguments.count > 2 ? arguments[2] : "")
    case .pdf: becomeConverter()
    case .probe: probe()
    }
    exit(0)
  }

  private static func parse() {
    let channel = Channel(socket: STDIN_FILENO)
    while case .piece(let piece)? = try? channel.receive() {
      annals_limit_cpu(seconds)
      for result in PieceReader.unconfined.read(piece) where !channel.send(.result(result)) {
        return
      }
      guard channel.send(.end) else { return }
    }
  }

  private static func split(name: String) {
    annals_limit_cpu(archiveSeconds)
    let channel = Channel(socket: STDOUT_FILENO)
    let give = { (piece: Piece) in channel.send(.piece(piece)) }
    do throws(Rejection) {
      let stream = ByteStream(descriptor: STDIN_FILENO)
      let head = try stream.peek(FileFormats.headSize)
      let format = FileFormats.format(of: head, name: name)
      if format == Archive.self {
        let rewind = { _ = lseek(STDIN_FILENO, 0, SEEK_SET) }
        rewind()
        try Archive.split(descriptor: STDIN_FILENO, rewind: rewind, name: name, give)
      } else if let format = format as? any SplitFormat.Type {
        try format.split(stream, name: name, give)
      }
      _ = channel.send(.end)
    } catch {
      _ = channel.send(.failure(error.reason))
    }
  }

  /// Tries what a parser must not be able to do, and names what was not refused.
  private static func probe() {
    var possible: [String] = []
    if open("/etc/passwd", O_RDONLY) >= 0 { possible.append("read files") }
    if open("/tmp/annals-probe-\(getpid())", O_WRONLY | O_CREAT, 0o600) >= 0 {
      possible.append("write files")
    }
    if socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0 { possible.append("use the network") }
    if kill(getppid(), 0) == 0 { possible.append("signal processes") }
    _ = Channel(socket: STDIN_FILENO).send(.failure(possible.joined(separator: ", ")))
    // Only if this is refused does the process come to its end in order.
    var words = [strdup("/bin/false"), nil]
    execv("/bin/false", &words)
  }

  private static func becomeConverter() {
    annals_limit_cpu(seconds * 5)
    PDF.becomeConverter()
    exit(missingProgram)
  }
}
