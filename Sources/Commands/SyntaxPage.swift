/// How a command line is written, as `help syntax` tells it.
enum SyntaxPage {
  static let lines = [
    "A command line is a command, or several joined by |",
    "",
    "  docs --lang hi                     a command with its options",
    "  entities | where kind = person | sort name | head 5",
    "                                     each works on what the one before it found",
    "  let hi = docs --lang hi            gives the result a name",
    "  timeline --docs $hi                uses its rows",
    "  $hi & $new   $hi | $new   $hi - $new",
    "                                     rows in both, in either, in the first only",
    "  _ | freq lang                      _ is the last result with rows",
    "  open 3                             goes into its third row",
    "  docs > docs.csv                    writes a file: .csv .json .jsonl .md .txt",
    "  docs | !less                       pipes to a program (not in a notebook)",
    "  save week 'timeline --from $1'     keeps a line; recall week 2024-10 carries it out",
    "",
    "Blanks part words; \"…\" and '…' keep them together; # begins a remark. A last \\ or an open",
    "quotation goes on in the next line. Tab completes; Ctrl-R finds an earlier line.",
    "Rows carry handles (d1 E1 e1 q1 t1), which other commands accept.",
  ]
}
