import GRDB

/// What resolution found besides entities, how documents use them, and rulings that two differ.
extension Schema {
  static let links = """
    CREATE TABLE decision_wider (
      id      INTEGER PRIMARY KEY AUTOINCREMENT,
      step    INTEGER REFERENCES step ON DELETE CASCADE,
      kind    TEXT NOT NULL CHECK (
                kind IN ('merge', 'split', 'rename', 'retype', 'drop', 'differ', 'alias')),
      names   TEXT NOT NULL,
      others  TEXT NOT NULL DEFAULT '[]',
      value   TEXT,
      reason  TEXT
    ) STRICT;
    INSERT INTO decision_wider (id, step, kind, names, value, reason)
    SELECT id, step, kind, names, value, reason FROM decision ORDER BY id;
    DROP TABLE decision;
    ALTER TABLE decision_wider RENAME TO decision;
    CREATE INDEX decision_step ON decision (step);

    CREATE TABLE suggestion (
      ordinal     INTEGER PRIMARY KEY,
      name        TEXT NOT NULL,
      kind        TEXT NOT NULL,
      other       TEXT NOT NULL,
      other_kind  TEXT NOT NULL,
      distance    REAL NOT NULL,
      reason      TEXT NOT NULL
    ) STRICT;

    CREATE TABLE conflict (
      ordinal   INTEGER PRIMARY KEY,
      decision  INTEGER NOT NULL REFERENCES decision ON DELETE CASCADE,
      evidence  TEXT NOT NULL
    ) STRICT;
    CREATE INDEX conflict_decision ON conflict (decision);

    CREATE TABLE entity_use (
      entity    INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
      document  INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
      mentions  INTEGER NOT NULL,
      PRIMARY KEY (entity, document)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entity_use_document ON entity_use (document, entity);

    CREATE TABLE entity_form (
      entity    INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
      name      TEXT NOT NULL,
      kind      TEXT NOT NULL,
      language  TEXT NOT NULL,
      mentions  INTEGER NOT NULL,
      PRIMARY KEY (entity, name, kind, language)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE entity_total (
      entity     INTEGER PRIMARY KEY REFERENCES entity ON DELETE CASCADE,
      mentions   INTEGER NOT NULL,
      documents  INTEGER NOT NULL,
      first      INTEGER,
      last       INTEGER
    ) STRICT;

    CREATE TABLE entity_word (
      word    INTEGER NOT NULL,
      entity  INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
      PRIMARY KEY (word, entity)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entity_word_entity ON entity_word (entity);

    ALTER TABLE mention ADD COLUMN title TEXT;
    CREATE INDEX mention_name ON mention (name, kind);
    CREATE INDEX participant_name ON participant (name, kind);
    CREATE INDEX event_place ON event (place);
    CREATE INDEX party_name ON party (name);
    """
}
