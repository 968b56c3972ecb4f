import { describe, expect, it } from 'vitest';
import type { PendingCommand, Reported, State } from '../../../server/protocol/slices.js';
import { stillOn } from '../../../web/names/stillOn.js';

const layer = 'lower-third' as const;
const on: Reported = { layer, instanceId: 'one', state: 'on', step: 0, at: 0 };
const wanted = { layer, onAir: null, armed: null, leaving: null };
const hiding: PendingCommand = {
  commandId: 'c',
  name: 'graphic.clearAll',
  target: `layer:${layer}`,
  deviceId: 'd',
  since: 0,
};
const seen: Partial<State> = { 'reported:lower-third': on, 'wanted:lower-third': wanted };

describe('after “all off”', () => {
  it('nothing is said while nothing is to be seen', () => {
    expect(stillOn({})).toBeNull();
    expect(stillOn({ ...seen, 'reported:lower-third': { ...on, state: 'out' } })).toBeNull();
  });

  it('what a renderer still shows is going off as long as it is waited for', () => {
    expect(stillOn({ ...seen, pending: [hiding] })).toEqual({ count: 1, isGoing: true });
  });

  it('what nobody waits for any more is still on air, until a renderer says otherwise', () => {
    expect(stillOn({ ...seen, pending: [] })).toEqual({ count: 1, isGoing: false });
  });

  it('the bug stays, and is no trouble', () => {
    expect(stillOn({ 'reported:bug': { ...on, layer: 'bug' } })).toBeNull();
  });
});
