public import Workbench

/// Commands on dealings between states and their people.
public enum DiplomacyPlugin: Plugin {
  public static let summary = "Who met, phoned, visited, signed with or sanctioned whom."
  public static let version = "1"
  public static let commands: [any Command.Type] = [LedgerCommand.self]
}
