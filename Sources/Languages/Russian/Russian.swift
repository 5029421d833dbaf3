public import Grammar

/// The Russian pack: its lexicons and rules are the plain files in `Pack`.
public let russian = LanguagePack(code: "ru", name: "Russian")
