import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../server/show/refusal.js';
import { openLooks } from '../../../server/show/looks.js';
import { guestNamed, rendererOn, testFloor, type TestFloor } from '../../fixtures/floor.js';

const SCENES = [
  { id: 'scene-wide', name: 'Wide' },
  { id: 'scene-close', name: 'Close-up' },
  { id: 'scene-hold', name: 'Holding' },
];

/** A booth with a Holding look; `on` is what OBS shows. */
function booth() {
  const floor = testFloor();
  floor.obsComes();
  const gone = openLooks(floor.store.state).map(({ id }) => `look:${id}` as const);
  floor.store.observe({ set: {}, gone });
  floor.obs({ scenes: SCENES });
  return {
    floor,
    on: (sceneId: string) => floor.obs({ program: { sceneId, goingTo: null } }),
    going: (from: string, to: string) =>
      floor.obs({
        program: { sceneId: from, goingTo: { sceneId: to, startedAt: floor.clock.now(), durationMs: 800 } },
      }),
    safe: () => floor.command('show.safe', {}),
    back: (sceneId: string) => floor.command('show.back', {}, { sceneId }),
    standing: () => floor.store.state.safe ?? null,
  };
}

async function showName(floor: TestFloor) {
  const page = rendererOn(floor);
  const instanceId = crypto.randomUUID();
  const content = { kind: 'guests' as const, guestIds: [await guestNamed(floor, 'Ada')] };
  const params = { layer: 'lower-third' as const, instanceId, content, autoOffMs: null, cut: false };
  await floor.command('graphic.show', params);
  page.report(instanceId, 'on');
}

describe('safe', () => {
  it('cuts to the Holding look, takes names off, and knows the way back', async () => {
    const { floor, on, safe, standing } = booth();
    await showName(floor);
    expect(await safe()).toEqual({ ok: true });
    expect(floor.device.asked).toEqual(['program.breakTo scene-hold']);
    expect(floor.store.state['wanted:lower-third']?.onAir).toBe(null);
    on('scene-hold');
    expect(standing()).toEqual({
      since: floor.clock.now(),
      backTo: 'scene-wide',
      askedBy: floor.deviceId,
    });
  });

  it('pressed again still leads back to where it came from', async () => {
    const { on, safe, standing } = booth();
    await safe();
    await safe();
    on('scene-hold');
    await safe();
    expect(standing()?.backTo).toBe('scene-wide');
  });

  it('pressed by two at once, the second when OBS shows it already, leads back to where it came from', async () => {
    const { floor, on, safe, standing } = booth();
    let accept = () => undefined as void;
    floor.device.next = () => new Promise((resolve) => (accept = resolve));
    const first = safe();
    on('scene-hold');
    floor.device.next = () => first.then(() => undefined);
    const second = safe();
    accept();
    await second;
    expect(standing()?.backTo).toBe('scene-wide');
  });

  it('leads back to what a transition was going to', async () => {
    const { on, going, safe, standing } = booth();
    going('scene-wide', 'scene-close');
    await safe();
    on('scene-hold');
    expect(standing()?.backTo).toBe('scene-close');
  });

  it('leads nowhere back when the Holding look was on already', async () => {
    const { on, safe, standing } = booth();
    on('scene-hold');
    await safe();
    expect(standing()?.backTo).toBe(null);
  });

  it('is over once OBS is back on what it was, and not before', async () => {
    const { floor, on, going, safe, back, standing } = booth();
    await safe();
    on('scene-hold');
    expect(await back('scene-wide')).toEqual({ ok: true });
    going('scene-hold', 'scene-wide');
    expect(standing()).not.toBe(null);
    on('scene-wide');
    expect(standing()).toBe(null);
    expect(floor.device.asked).toEqual(['program.breakTo scene-hold', 'program.breakTo scene-wide']);
  });

  it('ends when somebody cuts elsewhere, by the panel or in OBS', async () => {
    const { floor, on, safe, standing } = booth();
    await safe();
    on('scene-hold');
    await floor.command('program.cut', { sceneId: 'scene-close' });
    on('scene-close');
    expect(standing()).toBe(null);
    await safe();
    on('scene-hold');
    on('scene-wide');
    expect(standing()).toBe(null);
  });

  it('ends when a cut overtakes it before the Holding look is seen', async () => {
    const { floor, on, safe, standing } = booth();
    on('scene-close');
    await safe();
    await floor.command('program.cut', { sceneId: 'scene-close' });
    expect(standing()).toBe(null);
  });

  it('ends when OBS never makes the cut, and says so', async () => {
    const { floor, safe, standing } = booth();
    await safe();
    expect(standing()).not.toBe(null);
    await floor.clock.pass(3100);
    expect(standing()).toBe(null);
    expect(floor.failures).toMatchObject([{ code: 'cut-unconfirmed' }]);
  });

  it('that OBS refuses changes nothing: names stay on', async () => {
    const { floor, safe, standing } = booth();
    await showName(floor);
    floor.device.next = () => Promise.reject(new Refusal('obs-hung'));
    expect(await safe()).toMatchObject({ ok: false, code: 'obs-hung' });
    expect(floor.store.state['wanted:lower-third']?.onAir).not.toBe(null);
    expect(standing()).toBe(null);
  });

  it('is refused without a Holding look, with its scene gone, and with OBS away', async () => {
    const { floor, safe } = booth();
    const holding = openLooks(floor.store.state).find(({ isHolding }) => isHolding);
    const refusedAs = async (code: string) => {
      const before = floor.store.state;
      expect(await safe()).toMatchObject({ ok: false, code });
      expect(floor.store.state).toBe(before);
    };
    floor.obs({ scenes: SCENES.slice(0, 2) });
    await refusedAs('holding-gone');
    await floor.command('look.change', { lookId: holding?.id ?? '', change: { isHolding: false } });
    await refusedAs('no-holding');
    floor.store.observe({ set: {}, gone: ['scenes', 'program'] });
    await refusedAs('obs-away');
    expect(floor.device.asked).toEqual([]);
  });

  it('that is off, or leads elsewhere than its sender saw, is not led back from', async () => {
    const { floor, on, safe, back } = booth();
    expect(await back('scene-wide')).toMatchObject({ code: 'not-safe' });
    await safe();
    on('scene-hold');
    const before = floor.store.state;
    expect(await back('scene-close')).toMatchObject({ code: 'changed' });
    expect(floor.store.state).toBe(before);
  });

  it('survives a lost link while the Holding look stays on', async () => {
    const { floor, on, safe, standing } = booth();
    await safe();
    on('scene-hold');
    floor.store.observe({ set: {}, gone: ['program', 'scenes'] });
    floor.obs({ scenes: SCENES, program: { sceneId: 'scene-hold', goingTo: null } });
    expect(standing()?.backTo).toBe('scene-wide');
  });
});
