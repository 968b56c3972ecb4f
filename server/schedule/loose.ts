/** Looking into JSON that others made: what is not as it should be is as if it were not there. */
export type Loose = Record<string, unknown>;

export function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function record(value: unknown): Loose {
  return isRecord(value) ? value : {};
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Ids are numbers in one file and texts in the next. */
export function text(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

export function flag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  if (value === 1 || value === 'true') return true;
  return value === 0 || value === 'false' ? false : null;
}

/** Of a text in several languages: in the one that is asked for, else English, else whichever is there. */
export function localized(value: unknown, language: string): string | null {
  if (!isRecord(value)) return text(value);
  return text(value[language]) ?? text(value['en']) ?? text(Object.values(value)[0]);
}
