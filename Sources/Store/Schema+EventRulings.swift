/// What the second version of the tables adds.
extension Schema {
  static let eventRulings = """
    CREATE TABLE event_ruling (
      id       INTEGER PRIMARY KEY AUTOINCREMENT,
      step     INTEGER REFERENCES step ON DELETE CASCADE,
      kind     TEXT NOT NULL CHECK (kind IN ('date', 'merge', 'split')),
      reports  TEXT NOT NULL,
      value    TEXT,
      reason   TEXT
    ) STRICT;
    CREATE INDEX event_ruling_step ON event_ruling (step);
    """
}
