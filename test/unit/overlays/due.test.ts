import { describe, expect, it } from 'vitest';
import { dueOn, type Sight } from '../../../overlays/due.js';
import type { Instance, Reported } from '../../../server/protocol/slices.js';

const NOW = 1_000_000;
const INSTANCE: Instance = {
  instanceId: 'a',
  graphic: 'showfloor.lower-third',
  data: { people: [], place: { align: 'left', raised: false } },
  guestIds: [],
  revision: 0,
  cut: false,
  autoOffMs: null,
  offAt: null,
};

function due(instance: Partial<Instance> | null, rest: Partial<Sight> = {}): string | null {
  const onAir = instance === null ? null : { ...INSTANCE, ...instance };
  const wanted = { layer: 'lower-third', onAir, armed: null, leaving: null } as const;
  const sight = { wanted, reported: undefined, isConnected: true, shownId: null, now: NOW };
  return dueOn({ ...sight, ...rest })?.instanceId ?? null;
}

function reported(state: Reported['state'], instanceId = 'a'): Reported {
  return { layer: 'lower-third', instanceId, state, step: null, at: NOW };
}

describe('what is due on a layer', () => {
  it('is what is wanted', () => {
    expect(due({})).toBe('a');
    expect(due(null)).toBeNull();
  });

  it('is nothing whose time was over before it came up', () => {
    expect(due({ offAt: NOW })).toBeNull();
    expect(due({ offAt: NOW + 1 })).toBe('a');
  });

  it('is nothing that was reported out, but another showing of it is', () => {
    expect(due({}, { reported: reported('out') })).toBeNull();
    expect(due({}, { reported: reported('out', 'b') })).toBe('a');
    expect(due({}, { reported: reported('on') })).toBe('a');
  });

  it('stays while there is no server, until its time is over', () => {
    const shown = { shownId: 'a', isConnected: false };
    expect(due({}, shown)).toBe('a');
    expect(due({ offAt: NOW + 1 }, shown)).toBe('a');
    expect(due({ offAt: NOW }, shown)).toBeNull();
  });

  it('is for the server to end while there is one', () => {
    expect(due({ offAt: NOW - 1 }, { shownId: 'a' })).toBe('a');
  });

  it('does not come up while there is no server', () => {
    expect(due({}, { isConnected: false })).toBeNull();
  });
});
