/** What a schedule may cost: far above every real one (the largest known has 3 MB and 1500 sessions). */
export const LIMITS = {
  bytes: 8 * 1_048_576,
  /** What a spreadsheet may unpack to, in bytes. */
  unpacked: 32 * 1_048_576,
  /** Brackets or elements in each other. */
  depth: 64,
  sessions: 10_000,
  rows: 20_000,
  columns: 200,
  /** Longest of the long texts, in UTF-16 units; `line` of those of one line. */
  text: 20_000,
  line: 500,
} as const;
