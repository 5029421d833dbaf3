/// The first version of the tables, in an order in which references find what they refer to.
///
/// Undo deletes a step, and what the step made goes with it by reference.
extension Schema {
  static let decisions = """
    CREATE TABLE step (
      id    INTEGER PRIMARY KEY AUTOINCREMENT,
      line  TEXT NOT NULL
    ) STRICT;

    CREATE TABLE journal (
      number        INTEGER PRIMARY KEY AUTOINCREMENT,
      line          TEXT NOT NULL,
      at            REAL NOT NULL,
      status        TEXT NOT NULL,
      milliseconds  INTEGER NOT NULL CHECK (milliseconds >= 0)
    ) STRICT;

    CREATE TABLE decision (
      id      INTEGER PRIMARY KEY AUTOINCREMENT,
      step    INTEGER REFERENCES step ON DELETE CASCADE,
      kind    TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'rename', 'retype', 'drop')),
      names   TEXT NOT NULL,
      value   TEXT,
      reason  TEXT
    ) STRICT;
    CREATE INDEX decision_step ON decision (step);

    CREATE TABLE note (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      step         INTEGER REFERENCES step ON DELETE CASCADE,
      target_kind  TEXT NOT NULL
                   CHECK (target_kind IN ('document', 'entity', 'event', 'quote', 'time')),
      target       INTEGER NOT NULL,
      text         TEXT NOT NULL
    ) STRICT;
    CREATE INDEX note_step ON note (step);

    CREATE TABLE tag (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      step         INTEGER REFERENCES step ON DELETE CASCADE,
      removed_by   INTEGER REFERENCES step ON DELETE SET NULL,
      name         TEXT NOT NULL CHECK (name <> ''),
      target_kind  TEXT NOT NULL
                   CHECK (target_kind IN ('document', 'entity', 'event', 'quote', 'time')),
      target       INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX tag_step ON tag (step);
    CREATE INDEX tag_removed_by ON tag (removed_by);
    CREATE INDEX tag_name ON tag (name, target_kind, target);

    CREATE TABLE setting (
      key    TEXT PRIMARY KEY,
      value  TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  static let documents = """
    CREATE TABLE document (
      id              INTEGER PRIMARY KEY AUTOINCREMENT,
      step            INTEGER REFERENCES step ON DELETE CASCADE,
      name            TEXT NOT NULL UNIQUE,
      title           TEXT,
      source          TEXT,
      url             TEXT,
      language        TEXT NOT NULL,
      published       INTEGER,
      published_from  TEXT NOT NULL
                      CHECK (published_from IN ('given', 'text', 'url', 'inferred', 'none')),
      sha256          TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
      bytes           INTEGER NOT NULL CHECK (bytes >= 0),
      text            TEXT NOT NULL,
      CHECK ((published IS NULL) = (published_from = 'none'))
    ) STRICT;
    CREATE INDEX document_step ON document (step);

    CREATE TABLE correction (
      id        INTEGER PRIMARY KEY AUTOINCREMENT,
      step      INTEGER REFERENCES step ON DELETE CASCADE,
      document  INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
      field     TEXT NOT NULL CHECK (field IN ('published', 'source', 'language', 'title')),
      value     TEXT,
      before    TEXT,
      origin    TEXT
    ) STRICT;
    CREATE INDEX correction_step ON correction (step);
    CREATE INDEX correction_document ON correction (document);

    CREATE TABLE noise (
      document  INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
      start     INTEGER NOT NULL CHECK (start >= 0),
      end       INTEGER NOT NULL CHECK (end > start),
      kind      TEXT NOT NULL,
      PRIMARY KEY (document, start, end, kind)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE reading (
      document   INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
      rules      TEXT NOT NULL,
      sentences  BLOB NOT NULL
    ) STRICT;
    """

  static let facts = """
    CREATE TABLE mention (
      document        INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
      ordinal         INTEGER NOT NULL,
      start           INTEGER NOT NULL CHECK (start >= 0),
      end             INTEGER NOT NULL CHECK (end > start),
      text            TEXT NOT NULL,
      kind            TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'place')),
      name            TEXT NOT NULL,
      identity        TEXT,
      is_description  INTEGER NOT NULL CHECK (is_description IN (0, 1)),
      rule            TEXT NOT NULL,
      PRIMARY KEY (document, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE time (
      id        INTEGER PRIMARY KEY AUTOINCREMENT,
      document  INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
      start     INTEGER NOT NULL CHECK (start >= 0),
      end       INTEGER NOT NULL CHECK (end > start),
      text      TEXT NOT NULL,
      type      TEXT NOT NULL CHECK (type IN ('DATE', 'TIME', 'DURATION', 'SET')),
      value     TEXT NOT NULL,
      edtf      TEXT NOT NULL,
      earliest  INTEGER,
      latest    INTEGER,
      anchor    TEXT NOT NULL,
      rule      TEXT NOT NULL,
      reason    TEXT NOT NULL
    ) STRICT;
    CREATE INDEX time_document ON time (document, start);

    CREATE TABLE quote (
      id        INTEGER PRIMARY KEY AUTOINCREMENT,
      document  INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
      start     INTEGER NOT NULL CHECK (start >= 0),
      end       INTEGER NOT NULL CHECK (end > start),
      text      TEXT NOT NULL,
      kind      TEXT NOT NULL CHECK (kind IN ('direct', 'indirect', 'mixed')),
      rule      TEXT NOT NULL
    ) STRICT;
    CREATE INDEX quote_document ON quote (document, start);

    CREATE TABLE party (
      quote    INTEGER NOT NULL REFERENCES quote ON DELETE CASCADE,
      ordinal  INTEGER NOT NULL,
      role     TEXT NOT NULL CHECK (role IN ('cue', 'speaker', 'via')),
      start    INTEGER NOT NULL CHECK (start >= 0),
      end      INTEGER NOT NULL CHECK (end >= start),
      text     TEXT NOT NULL,
      name     TEXT NOT NULL,
      PRIMARY KEY (quote, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE event (
      id              INTEGER PRIMARY KEY AUTOINCREMENT,
      document        INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
      start           INTEGER NOT NULL CHECK (start >= 0),
      end             INTEGER NOT NULL CHECK (end > start),
      text            TEXT NOT NULL,
      sentence_start  INTEGER NOT NULL CHECK (sentence_start >= 0),
      sentence_end    INTEGER NOT NULL CHECK (sentence_end >= sentence_start),
      kind            TEXT NOT NULL,
      mode            TEXT,
      status          TEXT NOT NULL CHECK (status IN ('happened', 'planned', 'denied')),
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
    CREATE INDEX event_document ON event (document, start);

    CREATE TABLE participant (
      event    INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
      ordinal  INTEGER NOT NULL,
      name     TEXT NOT NULL,
      kind     TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'place')),
      role     TEXT NOT NULL CHECK (role IN ('actor', 'target')),
      PRIMARY KEY (event, ordinal)
    ) STRICT, WITHOUT ROWID;
    """

  static let entities = """
    CREATE TABLE entity (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      name        TEXT NOT NULL,
      kind        TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'place')),
      is_dropped  INTEGER NOT NULL CHECK (is_dropped IN (0, 1))
    ) STRICT;

    CREATE TABLE entity_name (
      name     TEXT NOT NULL,
      kind     TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'place')),
      entity   INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
      ordinal  INTEGER NOT NULL,
      reason   TEXT NOT NULL,
      PRIMARY KEY (name, kind)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE former_entity (
      name     TEXT NOT NULL,
      kind     TEXT NOT NULL,
      entity   INTEGER NOT NULL,
      PRIMARY KEY (name, kind)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entity_name_entity ON entity_name (entity, ordinal);
    """

  /// Contentless: the texts are in `document`; an entry is deleted with the text it was made of.
  static let search = """
    CREATE VIRTUAL TABLE search USING fts5 (
      text, content = '', tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
    );
    """
}
