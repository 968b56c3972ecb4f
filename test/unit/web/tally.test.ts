import { describe, expect, it } from 'vitest';
import type { Instance, Reported, Wanted } from '../../../server/protocol/slices.js';
import { seenOn, tallyOf } from '../../../web/names/tally.js';

const instance = (instanceId: string, guestId: string): Instance => ({
  instanceId,
  graphic: 'lower-third',
  data: {
    people: [{ name: guestId, pronouns: '', title: '', organisation: '' }],
    place: { align: 'left', raised: false },
  },
  guestIds: [guestId],
  revision: 0,
  cut: false,
  autoOffMs: null,
  offAt: null,
});
const wanted = (onAir: Instance | null): Wanted => ({
  layer: 'lower-third',
  onAir,
  armed: null,
  leaving: null,
});
const reported = (instanceId: string | null, state: Reported['state']): Reported => ({
  layer: 'lower-third',
  instanceId,
  state,
  step: null,
  at: 0,
});
const mine = instance('one', 'ada');
const other = instance('two', 'bob');

describe('a name’s tally', () => {
  it.each([
    ['coming before a renderer said anything', wanted(mine), null, null, 'coming'],
    ['coming while it loads', wanted(mine), reported('one', 'loading'), null, 'coming'],
    ['on only by the renderer’s word', wanted(mine), reported('one', 'on'), null, 'on'],
    ['failed', wanted(mine), reported('one', 'failed'), null, 'failed'],
    [
      'going after the renderer took it off and before we did',
      wanted(mine),
      reported('one', 'out'),
      null,
      'going',
    ],
    ['going while it is still seen and no longer wanted', wanted(null), reported('one', 'on'), mine, 'going'],
    ['going while another one takes its place', wanted(other), reported('one', 'on'), mine, 'going'],
    ['off when another one is seen', wanted(other), reported('two', 'on'), mine, 'off'],
    ['off when nothing is', wanted(null), reported(null, 'out'), mine, 'off'],
    ['off when the layer is unknown', null, null, null, 'off'],
  ] as const)('is %s', (_, wantedNow, reportedNow, leaving, tally) => {
    expect(tallyOf('ada', { wanted: wantedNow, reported: reportedNow, leaving })).toBe(tally);
  });

  it('is coming when the same guest is shown again while the old strap is still seen', () => {
    const again = instance('three', 'ada');
    expect(tallyOf('ada', { wanted: wanted(again), reported: reported('one', 'on'), leaving: mine })).toBe(
      'coming',
    );
  });

  it('does not guess what is seen when the renderer names an instance that nobody knows', () => {
    expect(seenOn({ wanted: wanted(mine), reported: reported('nine', 'on'), leaving: other })).toBeNull();
  });
});
