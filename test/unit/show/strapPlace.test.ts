import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Look, StrapPlace } from '../../../server/protocol/slices.js';
import { openLooks } from '../../../server/show/looks.js';
import { partOf } from '../../../server/show/store.js';
import { guestNamed, rendererOn, testFloor, type TestFloor } from '../../fixtures/floor.js';
import { lookOf } from '../../fixtures/looks.js';

const layer = 'lower-third';
const RAISED: StrapPlace = { align: 'right', raised: true };
const PLAIN: StrapPlace = { align: 'left', raised: false };

const look = (sceneId: string, strap: StrapPlace, collection = 'Booth') =>
  lookOf(sceneId, { strap, collection });

/** These looks, and none of those that a first sight made. */
function keep(floor: TestFloor, ...looks: Look[]): void {
  const gone = openLooks(floor.store.state).map(({ id }) => `look:${id}` as const);
  floor.store.observe({ set: partOf(looks.map((it) => [`look:${it.id}`, it])), gone });
}

async function floorWithAda() {
  const floor = testFloor();
  floor.obsComes();
  rendererOn(floor);
  const guestIds = [await guestNamed(floor, 'Ada')];
  const content = { kind: 'guests' as const, guestIds };
  const instanceId = randomUUID();
  return {
    floor,
    content,
    instanceId,
    show: () => floor.command('graphic.show', { layer, instanceId, content, autoOffMs: null, cut: false }),
    place: () => floor.store.state['wanted:lower-third']?.onAir?.data.place,
  };
}

describe('a lower third', () => {
  it('sits where the look on program says', async () => {
    const { floor, show, place } = await floorWithAda();
    keep(floor, look('scene-other', PLAIN), look('scene-wide', RAISED));
    await show();
    expect(place()).toEqual(RAISED);
  });

  it('sits where the look says that is coming to program', async () => {
    const { floor, show, place } = await floorWithAda();
    keep(floor, look('scene-close', RAISED), look('scene-wide', PLAIN));
    const goingTo = { sceneId: 'scene-close', startedAt: floor.clock.now(), durationMs: 300 };
    floor.obs({ program: { sceneId: 'scene-wide', goingTo } });
    await show();
    expect(place()).toEqual(RAISED);
  });

  it('sits at the left below without a look, and a look of another collection does not count', async () => {
    const { floor, show, place } = await floorWithAda();
    keep(floor, look('scene-wide', RAISED, 'Elsewhere'));
    await show();
    expect(place()).toEqual(PLAIN);
  });

  it('stays where it was shown when the look changes, also when its text is corrected', async () => {
    const { floor, show, place, content, instanceId } = await floorWithAda();
    keep(floor, look('scene-wide', RAISED));
    await show();
    floor.obs({ program: { sceneId: 'scene-close', goingTo: null } });
    expect(place()).toEqual(RAISED);
    expect(await floor.command('graphic.update', { layer, content }, { instanceId })).toEqual({ ok: true });
    expect(place()).toEqual(RAISED);
  });

  it('that was armed for another look sits right when it is shown', async () => {
    const { floor, show, place, content, instanceId } = await floorWithAda();
    keep(floor, look('scene-wide', RAISED));
    const next = { instanceId, content, autoOffMs: null, cut: false };
    await floor.command('graphic.arm', { layer, next });
    floor.obs({ program: { sceneId: 'scene-close', goingTo: null } });
    await show();
    expect(place()).toEqual(PLAIN);
  });
});
