public import Grammar

/// The Spanish pack: its lexicons and rules are the plain files in `Pack`.
public let spanish = LanguagePack(code: "es", name: "Spanish")
