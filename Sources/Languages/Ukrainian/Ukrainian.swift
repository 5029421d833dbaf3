public import Grammar

/// The Ukrainian pack: its lexicons and rules are the plain files in `Pack`.
public let ukrainian = LanguagePack(code: "uk", name: "Ukrainian")
