// A plugin imports Workbench and sees the facts, dates and argument declarations that commands use.
@_exported public import ArgumentParser
@_exported public import Dates
@_exported public import Facts
@_exported public import Text
