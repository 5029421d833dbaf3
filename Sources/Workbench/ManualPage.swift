/// The manual page in man(7), with every command, its options and its examples.
public struct ManualPage {
  private let catalog: Catalog

  public init(_ catalog: Catalog) { self.catalog = catalog }

  public var lines: [String] {
    var lines = [
      ".TH ANNALS 1", ".SH NAME", "annals \\- turn news in many languages into a record of events",
      ".SH SYNOPSIS", ".B annals", Self.text("[SESSION] [-c COMMAND | -f FILE] [--keep-going]"),
      ".br",
      ".B annals", "run | check | update | render | annotate | pack | manual",
      ".SH DESCRIPTION",
      Self.text("annals opens a session, the last one or the file that is named, and carries out"),
      Self.text("commands from -c, from a file, from standard input, or from the prompt."),
    ]
    for task in HelpTask.allCases {
      lines.append(".SH " + task.rawValue.uppercased())
      lines.append(Self.text(task.summary))
      for command in catalog.commands where command.task == task { lines += section(command) }
    }
    return lines + [
      ".SH EXIT STATUS",
      Self.text("0 done, 1 a command failed or a notebook differs, 2 not understood,"),
      Self.text("3 no session or notebook, 130 interrupted."),
      ".SH FILES", ".I ~/.local/share/annals", Self.text("sessions that were given no name"), ".br",
      ".I ~/.editrc", Self.text("keys of the prompt, see editrc(5)"),
    ]
  }

  private func section(_ command: any Command.Type) -> [String] {
    let declaration = Declaration(of: command)
    var lines = [".SS " + command.name, Self.text(command.summary + "."), ".PP", ".nf"]
    lines += [Self.text(declaration.usage), ".fi"]
    for argument in declaration.arguments {
      lines += [".TP", ".B " + Self.text(argument.name), Self.text(argument.summary)]
    }
    for example in command.examples {
      lines += [".PP", Self.text(example.question), ".PP", ".nf", ".RS", Self.text(example.line)]
      lines += example.output.map(Self.text) + [".RE", ".fi"]
    }
    return lines
  }

  /// Text that roff takes for nothing else: no control line, no escape, hyphens as they are typed.
  private static func text(_ text: String) -> String {
    let escaped = text.reduce(into: "") { out, character in
      switch character {
      case "\\": out += "\\e"
      case "-": out += "\\-"
      default: out.append(character)
      }
    }
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}
