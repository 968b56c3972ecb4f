/** Steps of the schema, oldest first; `user_version` counts how many were taken. Never edit one, only add. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE slices (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE set_aside (key TEXT NOT NULL, value TEXT NOT NULL, why TEXT NOT NULL, at INTEGER NOT NULL);
   CREATE TABLE journal (
     at INTEGER NOT NULL, device_id TEXT NOT NULL, role TEXT NOT NULL,
     command TEXT NOT NULL, params TEXT NOT NULL, outcome TEXT NOT NULL
   );`,
  // The pinned places of a collection become looks, each with the place and the key that it had. What is no JSON stays,
  // to be set aside when it is read.
  `INSERT INTO slices
   SELECT
     'look:' || lower(
       hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' ||
       substr('89AB', 1 + (abs(random()) % 4), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))
     ),
     json_object(
       'collection', json_extract(old.value, '$.collection'),
       'scene', json_object(
         'id', json_extract(tile.value, '$.sceneId'), 'name', json_extract(tile.value, '$.name')
       ),
       'name', NULL, 'place', tile.key, 'key', json_extract(tile.value, '$.key'),
       'isHidden', json('false'), 'isHolding', json('false'), 'mics', json('{}'), 'cameras', json('[]'),
       'strap', json('{"align":"left","raised":false}')
     )
   FROM slices AS old,
     json_each(CASE WHEN json_valid(old.value) THEN old.value ELSE '{}' END, '$.tiles') AS tile
   WHERE old.key LIKE 'places:%';
   UPDATE slices SET value = json_set(value, '$.id', substr(key, 6)) WHERE key LIKE 'look:%';
   UPDATE slices SET value = json_set(value, '$.isHolding', json('true')) WHERE key IN (
     SELECT key FROM (
       SELECT key, min(json_extract(value, '$.place')) FROM slices
       WHERE key LIKE 'look:%' AND lower(json_extract(value, '$.scene.name')) IN (
         'holding', 'hold', 'brb', 'be right back', 'pause', 'standby', 'break', 'back soon', 'intermission'
       )
       GROUP BY json_extract(value, '$.collection')
     )
   );
   DELETE FROM slices WHERE key LIKE 'places:%' AND json_valid(value);`,
  // What the sender of a relative command saw. Lines from before say that nothing was expected.
  `ALTER TABLE journal ADD COLUMN expect TEXT NOT NULL DEFAULT 'null';`,
  // Its own table, and no slices: a week has more lines than every page should be sent.
  `CREATE TABLE as_run (number INTEGER PRIMARY KEY, is_open INTEGER NOT NULL, line TEXT NOT NULL);
   CREATE INDEX as_run_open ON as_run (number) WHERE is_open;
   CREATE TABLE as_run_seen (at INTEGER);
   INSERT INTO as_run_seen VALUES (NULL);`,
];
