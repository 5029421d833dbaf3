import GRDB

/// Values that a session keeps by name; they are no steps and cannot be undone.
extension SessionStore {
  /// The value of a setting; nil if it was not set.
  public func setting(_ key: String) throws(StoreProblem) -> String? {
    try read { db in try db.row("SELECT value FROM setting WHERE key = ?", [key]) { try $0[0] } }
  }

  /// - Parameter value: nil removes the setting.
  public func setSetting(_ key: String, to value: String?) throws(StoreProblem) {
    try write { db in
      guard let value else { return try db.run("DELETE FROM setting WHERE key = ?", [key]) }
      try db.run("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", [key, value])
    }
  }

  /// Settings whose keys begin so, by key.
  public func settings(beginning prefix: String) throws(StoreProblem) -> [(
    key: String, value: String
  )] {
    try read { db in
      try db.rows(
        """
          SELECT key, value
            FROM setting
           WHERE substr(key, 1, length(?1)) = ?1
           ORDER BY key
        """, [prefix]
      ) { try ($0[0], $0[1]) }
    }
  }
}
