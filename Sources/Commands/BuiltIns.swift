public import Workbench

/// The commands that annals itself has; adding one is its file and a word here.
public let builtIns: [any Command.Type] = [
  Accept.self, Alias.self, Compare.self, Docs.self, Drop.self, Entities.self, EntityCommand.self,
  Events.self, Exclude.self, Expect.self, Export.self, Fix.self, Freq.self, Head.self, Help.self,
  History.self, Load.self, Merge.self, NetworkCommand.self, NoteCommand.self, Open.self, Pin.self,
  Plugins.self, Quit.self, Quotes.self, Recall.self, Record.self, Redo.self, Reject.self,
  Rename.self, Retype.self, Reword.self, Run.self, Save.self, Search.self, SessionCommand.self,
  SetCommand.self, Show.self, Sort.self, Split.self, Sql.self, Tag.self, Timeline.self, Times.self,
  Undo.self, Watch.self, Where.self, Why.self,
]
