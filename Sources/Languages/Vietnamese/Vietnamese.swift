public import Grammar

/// The Vietnamese pack: its lexicons and rules are the plain files in `Pack`.
public let vietnamese = LanguagePack(code: "vi", name: "Vietnamese")
