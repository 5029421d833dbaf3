/// Which way the words around an expression look.
public enum TimeDirection: Sendable {
  case past, future
}
