import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { LookChange } from '../../../server/protocol/commands.js';
import type { Look } from '../../../server/protocol/slices.js';
import { openLooks } from '../../../server/show/looks.js';
import { slice } from '../../../server/show/store.js';
import { testFloor, type TestFloor } from '../../fixtures/floor.js';
import { lookOf } from '../../fixtures/looks.js';

function booth() {
  const floor = testFloor();
  floor.obsComes();
  floor.obs({
    scenes: [
      { id: 'scene-wide', name: 'Wide' },
      { id: 'scene-close', name: 'Close-up' },
      { id: 'scene-mix', name: '_mix' },
    ],
  });
  const [wide, close, mix] = openLooks(floor.store.state);
  if (wide === undefined || close === undefined || mix === undefined) throw new Error('no looks');
  return { floor, wide, close, mix };
}

const now = ({ store }: TestFloor, { id }: Look) => store.state[`look:${id}`];
const places = ({ store }: TestFloor) =>
  openLooks(store.state).map(({ scene, place }) => [scene.name, place]);

describe('a look', () => {
  it('is changed in what is said, and in nothing else', async () => {
    const { floor, wide } = booth();
    const change: LookChange = {
      name: '  Both \n of us ',
      mics: { host: 'open', laptop: 'closed' },
      cameras: ['cam-1'],
      strap: { align: 'right', raised: true },
    };
    expect(await floor.command('look.change', { lookId: wide.id, change })).toEqual({ ok: true });
    expect(now(floor, wide)).toEqual({ ...wide, ...change, name: 'Both of us' });
    await floor.command('look.change', { lookId: wide.id, change: { name: null } });
    expect(now(floor, wide)).toMatchObject({ name: null, cameras: ['cam-1'] });
  });

  it('takes its key from the look that had it, in one change', async () => {
    const { floor, wide, close } = booth();
    let changes = 0;
    floor.store.subscribe(() => (changes += 1));
    await floor.command('look.change', { lookId: close.id, change: { key: '1' } });
    expect(now(floor, close)?.key).toBe('1');
    expect(now(floor, wide)?.key).toBe(null);
    expect(changes).toBe(1);
  });

  it('is the only Holding look of its collection once it is', async () => {
    const { floor, wide, close } = booth();
    const other = lookOf('scene-wide', { collection: 'Other', isHolding: true, key: '1' });
    floor.obs(slice(`look:${other.id}`, other));
    await floor.command('look.change', { lookId: wide.id, change: { isHolding: true } });
    await floor.command('look.change', { lookId: close.id, change: { isHolding: true, key: '1' } });
    expect(openLooks(floor.store.state).map(({ isHolding }) => isHolding)).toEqual([false, true, false]);
    expect(now(floor, other)).toEqual(other);
  });

  it('has no key while it is hidden, and leaves the others where they are', async () => {
    const { floor, wide, close } = booth();
    await floor.command('look.change', { lookId: wide.id, change: { isHidden: true, key: '5' } });
    expect(now(floor, wide)).toEqual({ ...wide, isHidden: true, key: null });
    expect(now(floor, close)).toEqual(close);
    await floor.command('look.change', { lookId: wide.id, change: { isHidden: false } });
    expect(now(floor, wide)?.place).toBe(0);
  });

  it('comes after the last that is shown when a helper is shown', async () => {
    const { floor, mix } = booth();
    floor.obs({ scenes: [...(floor.store.state.scenes ?? []), { id: 'scene-raw', name: '.raw' }] });
    const raw = openLooks(floor.store.state).at(-1);
    await floor.command('look.change', { lookId: raw?.id ?? '', change: { isHidden: false } });
    expect(places(floor)).toEqual([
      ['Wide', 0],
      ['Close-up', 1],
      ['.raw', 2],
      ['_mix', 3],
    ]);
    expect(now(floor, mix)?.isHidden).toBe(true);
  });

  it('changes places with what is where it goes', async () => {
    const { floor, close } = booth();
    await floor.command('look.move', { lookId: close.id, place: 0 });
    expect(places(floor).slice(0, 2)).toEqual([
      ['Close-up', 0],
      ['Wide', 1],
    ]);
    await floor.command('look.move', { lookId: close.id, place: 7 });
    expect(places(floor).at(-1)).toEqual(['Close-up', 7]);
  });

  it('whose scene is gone can be forgotten, and its place stays empty', async () => {
    const { floor, wide, close } = booth();
    floor.obs({ scenes: [close.scene] });
    expect(await floor.command('look.forget', { lookId: wide.id })).toEqual({ ok: true });
    expect(now(floor, wide)).toBeUndefined();
    expect(places(floor)[0]).toEqual(['Close-up', 1]);
  });

  it.each([
    ['has its scene', 'look-in-use', () => undefined],
    ['belongs to a collection that is not open', 'look-in-use', openOther],
    ['may have its scene in an OBS that is away', 'obs-away', loseObs],
  ])('that %s is not forgotten', async (_, code, happens) => {
    const { floor, wide } = booth();
    happens(floor);
    const before = floor.store.state;
    expect(await floor.command('look.forget', { lookId: wide.id })).toMatchObject({ ok: false, code });
    expect(floor.store.state).toBe(before);
  });

  it.each([
    ['an empty name', { name: ' ' }],
    ['a name of more than 60 characters', { name: 'x'.repeat(61) }],
    ['a key that there is not', { key: 'F1' }],
    ['a mic that is half open', { mics: { host: 'half' } }],
    ['a place of its own making', { place: 3 }],
    [
      'more mics than can be',
      { mics: Object.fromEntries(Array.from({ length: 101 }, (__, i) => [`m${i}`, 'open'])) },
    ],
  ])('is not changed to %s', async (_, change) => {
    const { floor, wide } = booth();
    const before = floor.store.state;
    const raw = {
      ...floor.envelope('look.change', { lookId: wide.id, change: {} }),
      params: { lookId: wide.id, change },
    };
    expect(await floor.send(raw)).toMatchObject({ ok: false, code: 'invalid' });
    expect(floor.store.state).toBe(before);
  });

  it('that there is not cannot be changed, moved or forgotten', async () => {
    const { floor } = booth();
    const before = floor.store.state;
    const lookId = randomUUID();
    const replies = [
      await floor.command('look.change', { lookId, change: { key: '1' } }),
      await floor.command('look.move', { lookId, place: 0 }),
      await floor.command('look.forget', { lookId }),
    ];
    for (const reply of replies) expect(reply).toMatchObject({ ok: false, code: 'look-gone' });
    expect(floor.store.state).toBe(before);
  });
});

function openOther(floor: TestFloor): void {
  const { obs } = floor.store.state;
  if (obs !== undefined)
    floor.obs({ obs: { ...obs, collection: 'Other' }, scenes: [{ id: 'x', name: 'X' }] });
}

function loseObs({ store }: TestFloor): void {
  store.observe({ set: {}, gone: ['scenes', 'program'] });
}
