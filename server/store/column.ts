import type Database from 'libsql';

/** First column of each row. */
export function column(db: Database.Database, sql: string): unknown[] {
  const rows = db.prepare(sql).raw().all();
  return rows.map((row): unknown => (Array.isArray(row) ? row[0] : row));
}
