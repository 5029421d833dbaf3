/// The colours of pages and pictures, light or dark as the reader's system is set.
///
/// Nothing is told by colour alone: what it marks is also said in words, by a border or by a shape.
public enum PageColors {
  /// Declares them; rules name them as `var(--ink)`.
  public static let style = """
    :root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--quiet:#595959;--panel:#f3f3f3;\
    --line:#ccc;--accent:#1f5fa8;--ahead:#7a5b00;--against:#b3261e;--mark:#ffe08a;--glow:#fff6d6}\
    @media(prefers-color-scheme:dark){:root{--ink:#e6e6e6;--paper:#161616;--quiet:#a8a8a8;\
    --panel:#262626;--line:#4a4a4a;--accent:#8ab8f0;--ahead:#e0b84d;--against:#ff9c94;\
    --mark:#6b5200;--glow:#3a3413}}
    """
}
