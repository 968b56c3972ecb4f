import { PLACE_KEYS } from '../../server/protocol/codes.js';
import type { LookChange } from '../../server/protocol/commands.js';

/** What was edited and not saved, by look. */
export type Drafts = ReadonlyMap<string, LookChange>;

const KEY = 'showfloor.looks';

/** What this device has not saved yet. What is no draft, or one of another version, is left out. */
export function readDrafts(storage: () => Storage): Drafts {
  try {
    const kept: unknown = JSON.parse(storage().getItem(KEY) ?? '{}');
    return new Map(isRecord(kept) ? Object.entries(kept).filter(isDraft) : []);
  } catch {
    // A private window, or no JSON: there is nothing to go on with.
    return new Map();
  }
}

export function keepDrafts(storage: () => Storage, drafts: Drafts): void {
  try {
    storage().setItem(KEY, JSON.stringify(Object.fromEntries(drafts)));
  } catch {
    // A private window: they last as long as the sheet is open.
  }
}

const FIELDS: { readonly [F in keyof LookChange]-?: (value: unknown) => boolean } = {
  name: (value) => value === null || typeof value === 'string',
  key: (value) => value === null || PLACE_KEYS.some((key) => key === value),
  isHidden: (value) => typeof value === 'boolean',
  isHolding: (value) => typeof value === 'boolean',
  mics: (value) => isRecord(value) && Object.values(value).every((it) => it === 'open' || it === 'closed'),
  cameras: (value) => Array.isArray(value) && value.every((it) => typeof it === 'string'),
  strap: (value) =>
    isRecord(value) &&
    ['left', 'centre', 'right'].some((align) => align === value['align']) &&
    typeof value['raised'] === 'boolean',
};

function isDraft(entry: [string, unknown]): entry is [string, LookChange] {
  const [, change] = entry;
  return (
    isRecord(change) &&
    Object.entries(change).every(([field, value]) => isField(field) && FIELDS[field](value))
  );
}

function isField(field: string): field is keyof LookChange {
  return Object.hasOwn(FIELDS, field);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
