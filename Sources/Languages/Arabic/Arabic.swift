public import Grammar

/// The Arabic pack: its lexicons and rules are the plain files in `Pack`.
public let arabic = LanguagePack(code: "ar", name: "Arabic")
