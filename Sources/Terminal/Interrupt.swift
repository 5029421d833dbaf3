import CEditLine

/// Ctrl-C: it stops the command that runs, never the session.
public enum Interrupt {
  /// From now on Ctrl-C is noted instead of ending the program.
  public static func catching() { annals_catch_interrupts() }

  /// Whether Ctrl-C was pressed since `clear`.
  public static var isPending: Bool { annals_interrupt_pending() != 0 }

  public static func clear() { annals_clear_interrupt() }
}
