public import Grammar

/// The Chinese pack: its lexicons and rules are the plain files in `Pack`.
public let chinese = LanguagePack(code: "zh", name: "Chinese")
