import Loading

/// The confined children that annals is started as to read untrusted formats.
public enum ParserChild {
  /// Does a child's work and ends the process, if that is what it was started for.
  ///
  /// - Parameter arguments: the command line without the program's name.
  public static func run(_ arguments: [String]) { ConfinedTask.run(arguments) }
}
