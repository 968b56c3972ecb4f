import { LOOK_NAME_MAX } from '../../server/protocol/codes.js';
import type { LookChange } from '../../server/protocol/commands.js';
import type { Look } from '../../server/protocol/slices.js';
import { perceivedLength } from '../names/strap.js';

/** What differs from the look as the server has it, after one more edit: what was put back is no change. */
export function edited(look: Look, before: LookChange, edit: LookChange): LookChange {
  const all: LookChange = { ...before, ...edit };
  const real = Object.entries(all).filter(([field, value]) => !isSame(value, valueOf(look, field)));
  // The fields of a change, fewer of them; Object.fromEntries forgets their types.
  return Object.fromEntries(real) as LookChange;
}

export function isEmpty(change: LookChange): boolean {
  return Object.keys(change).length === 0;
}

/** By how many characters the name is too long; 0 is fine. */
export function excessOf(name: string | null): number {
  return Math.max(0, perceivedLength((name ?? '').trim()) - LOOK_NAME_MAX);
}

/** The change as it is sent: a name of spaces is none. */
export function sendable(change: LookChange): LookChange {
  return change.name?.trim() === '' ? { ...change, name: null } : change;
}

function valueOf(look: Look, field: string): unknown {
  return Object.entries(look).find(([name]) => name === field)?.[1];
}

/** Of plain values of one depth: the order of keys says nothing. */
function isSame(a: unknown, b: unknown): boolean {
  return textOf(a) === textOf(b);
}

function textOf(value: unknown): string {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return JSON.stringify(isRecord ? Object.entries(value).sort(([a], [b]) => a.localeCompare(b)) : value);
}
