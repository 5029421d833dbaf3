/// Numbers of events, and events that may or would be.
extension Schema {
  /// SQLite cannot change a CHECK: the table is made anew and its rows carried over.
  static let eventNumbers = """
    CREATE TABLE event_new (
      id              INTEGER PRIMARY KEY AUTOINCREMENT,
      document        INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
      start           INTEGER NOT NULL CHECK (start >= 0),
      end             INTEGER NOT NULL CHECK (end > start),
      text            TEXT NOT NULL,
      sentence_start  INTEGER NOT NULL CHECK (sentence_start >= 0),
      sentence_end    INTEGER NOT NULL CHECK (sentence_end >= sentence_start),
      kind            TEXT NOT NULL,
      mode            TEXT,
      status          TEXT NOT NULL
                      CHECK (status IN ('happened', 'planned', 'denied', 'conditional')),
      value           TEXT NOT NULL,
      edtf            TEXT NOT NULL,
      earliest        INTEGER,
      latest          INTEGER,
      basis           TEXT NOT NULL
                      CHECK (basis IN ('clause', 'narrative', 'published', 'none')),
      time_start      INTEGER,
      time_end        INTEGER,
      place           TEXT,
      rule            TEXT NOT NULL
    ) STRICT;
    INSERT INTO event_new (
      id, document, start, end, text, sentence_start, sentence_end, kind, mode, status, value,
      edtf, earliest, latest, basis, time_start, time_end, place, rule
    )
      SELECT id, document, start, end, text, sentence_start, sentence_end, kind, mode, status,
             value, edtf, earliest, latest, basis, time_start, time_end, place, rule
        FROM event
       ORDER BY id;
    UPDATE sqlite_sequence
       SET seq = (SELECT old.seq FROM sqlite_sequence AS old WHERE old.name = 'event')
     WHERE name = 'event_new';
    DROP TABLE event;
    ALTER TABLE event_new RENAME TO event;
    CREATE INDEX event_document ON event (document, start);
    CREATE INDEX event_place ON event (place);
    CREATE INDEX event_days ON event (earliest, latest);

    CREATE TABLE event_number (
      event      INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
      ordinal    INTEGER NOT NULL,
      start      INTEGER NOT NULL CHECK (start >= 0),
      end        INTEGER NOT NULL CHECK (end > start),
      text       TEXT NOT NULL,
      value      REAL NOT NULL,
      step       REAL NOT NULL,
      bound      TEXT NOT NULL CHECK (bound IN ('exact', 'about', 'at-least', 'at-most')),
      dimension  TEXT,
      code       TEXT NOT NULL,
      factor     REAL NOT NULL,
      counted    TEXT NOT NULL,
      PRIMARY KEY (event, ordinal)
    ) STRICT, WITHOUT ROWID;
    """
}
