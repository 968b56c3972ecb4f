import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTION_IDS, ACTIONS } from '../../../web/keys/actions.js';
import { actionOf, assigned, changesOf, mapOf } from '../../../web/keys/keyMap.js';
import { capOf, isFree, isStroke, shortcutOf } from '../../../web/keys/stroke.js';

const strokesOf = (map: ReturnType<typeof mapOf>) =>
  ACTION_IDS.flatMap((action) => map[action].filter((stroke) => stroke !== null));

describe('the key map', () => {
  it('begins with keys that are free, and none twice', () => {
    const strokes = strokesOf(mapOf({}));
    expect(strokes.filter((stroke) => !isStroke(stroke) || !isFree(stroke))).toEqual([]);
    expect(new Set(strokes).size).toBe(strokes.length);
  });

  it('has no key that mutes', () => {
    expect(ACTION_IDS.filter((action) => /mute|off/u.test(action))).toEqual([]);
  });

  it('reaches safe and the stream by a hold only', () => {
    expect(ACTIONS.safe.how).toBe('held');
    expect(ACTIONS.stream.how).toBe('held');
  });

  it('takes a key from the action that had it', () => {
    const map = assigned(mapOf({}), 'mark', 0, 'KeyR');
    expect(actionOf(map, 'KeyR')).toBe('mark');
    expect(map.record).toEqual([null, null]);
    expect(actionOf(map, 'KeyM')).toBeNull();
  });

  it('moves a key between the two places of one action without doubling it', () => {
    expect(assigned(mapOf({}), 'go', 1, 'Space').go).toEqual([null, 'Space']);
  });

  it('gives up a key without touching another', () => {
    expect(strokesOf(assigned(mapOf({}), 'go', 1, null))).not.toContain('PageDown');
    expect(assigned(mapOf({}), 'go', 1, null).go).toEqual(['Space', null]);
  });

  it('is kept as its differences, and comes back from them', () => {
    const map = assigned(assigned(mapOf({}), 'mark', 0, 'KeyR'), 'record', 0, 'F13');
    expect(changesOf(map)).toEqual({ mark: ['KeyR', null], record: ['F13', null] });
    expect(mapOf(changesOf(map))).toEqual(map);
    expect(changesOf(mapOf({}))).toEqual({});
  });

  it('lets a kept key win over a default that a later version gives to another action', () => {
    const map = mapOf({ mark: ['KeyS', null] });
    expect(actionOf(map, 'KeyS')).toBe('mark');
    expect(map.stream).toEqual([null, null]);
  });

  it('writes keys as their caps have them', () => {
    expect(['KeyR', 'Shift+KeyL', 'Digit1', 'PageDown', 'F13'].map(capOf)).toEqual([
      'R',
      '⇧ L',
      '1',
      'PgDn',
      'F13',
    ]);
    expect(['Shift+KeyL', 'Digit1', 'Space'].map(shortcutOf)).toEqual(['Shift+L', '1', 'Space']);
  });
});

describe('the panes', () => {
  it('say which action a button is, never which key', () => {
    const panes = readdirSync('web', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.svelte'),
    );
    expect(panes.length).toBeGreaterThan(20);
    const named = panes.filter((name) => readFileSync(`web/${name}`, 'utf8').includes('data-key'));
    expect(named).toEqual([]);
  });
});
