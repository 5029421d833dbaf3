public import Grammar

/// The Hindi pack: its lexicons and rules are the plain files in `Pack`.
public let hindi = LanguagePack(code: "hi", name: "Hindi")
