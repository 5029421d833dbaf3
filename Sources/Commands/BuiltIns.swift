public import Workbench

/// The commands that annals itself has; adding one is its file and a word here.
public let builtIns: [any Command.Type] = [
  Accept.self, Alias.self, Compare.self, Copies.self, CoverageCommand.self, Docs.self, Drift.self,
  Drop.self, Entities.self, EntityCommand.self, Events.self, Exclude.self, Expect.self,
  Export.self, Fix.self, Help.self, History.self, Let.self, Load.self, Merge.self,
  NetworkCommand.self, NoteCommand.self, Pin.self, Plugins.self, Quit.self, Quotes.self,
  Record.self, Reject.self, Rename.self, Retype.self, Reword.self, Run.self, Search.self,
  SessionCommand.self, SetCommand.self, Show.self, Split.self, Stories.self, Tag.self,
  Timeline.self, Times.self, Translations.self, Undo.self, Why.self,
]
