/** Steps of the schema, oldest first; `user_version` counts how many were taken. Never edit one, only add. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE slices (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE set_aside (key TEXT NOT NULL, value TEXT NOT NULL, why TEXT NOT NULL, at INTEGER NOT NULL);
   CREATE TABLE journal (
     at INTEGER NOT NULL, device_id TEXT NOT NULL, role TEXT NOT NULL,
     command TEXT NOT NULL, params TEXT NOT NULL, outcome TEXT NOT NULL
   );`,
];
