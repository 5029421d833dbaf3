public import Grammar

/// The English pack: its lexicons and rules are the plain files in `Pack`.
public let english = LanguagePack(code: "en", name: "English")
