import { beforeEach, describe, expect, it } from 'vitest';
import { testFloor, type TestFloor } from '../../fixtures/floor.js';

const TRANSITION = {
  name: 'Cut',
  durationMs: null,
  choices: [
    { name: 'Cut', isFixed: true },
    { name: 'Fade', isFixed: false },
  ],
};

describe('studio mode', () => {
  let floor: TestFloor;
  beforeEach(() => {
    floor = testFloor();
    floor.obsComes();
    floor.obs({ studio: { isOn: true, previewId: 'scene-close' }, transition: TRANSITION });
  });

  const busy = () => floor.store.state.pending?.map(({ target }) => target);

  it('is on when OBS says so, and busy until then', async () => {
    floor.obs({ studio: { isOn: false, previewId: null } });
    expect(await floor.command('studio.set', { isOn: true })).toEqual({ ok: true });
    expect(floor.device.asked).toEqual(['studio.set true']);
    expect(busy()).toEqual(['studio']);
    expect(floor.store.state.studio?.isOn).toBe(false);
    floor.obs({ studio: { isOn: true, previewId: 'scene-wide' } });
    expect(busy()).toEqual([]);
  });

  it('that OBS never switches is said', async () => {
    await floor.command('studio.set', { isOn: false });
    await floor.clock.pass(3000);
    expect(floor.failures).toMatchObject([{ code: 'studio-unconfirmed' }]);
  });

  it('puts a look on preview, and leaves program alone', async () => {
    const [key, look] = Object.entries(floor.store.state).find(([it]) => it.startsWith('look:')) ?? [];
    expect(look).toMatchObject({ scene: { id: 'scene-wide' } });
    expect(await floor.command('preview.set', { lookId: key?.slice('look:'.length) ?? '' })).toEqual({
      ok: true,
    });
    expect(floor.device.asked).toEqual(['preview.set scene-wide']);
    expect(busy()).toEqual(['preview:scene-wide']);
    floor.obs({ studio: { isOn: true, previewId: 'scene-wide' } });
    expect(busy()).toEqual([]);
  });

  it('that goes off under a preview fails it', async () => {
    await floor.command('preview.set', { sceneId: 'scene-wide' });
    floor.obs({ studio: { isOn: false, previewId: null } });
    expect(floor.failures).toMatchObject([{ code: 'studio-off' }]);
  });

  it('has no preview and no take while it is off', async () => {
    floor.obs({ studio: { isOn: false, previewId: null } });
    expect(await floor.command('preview.set', { sceneId: 'scene-wide' })).toMatchObject({
      code: 'studio-off',
    });
    expect(
      await floor.command('transition.take', { isStraight: false }, { sceneId: 'scene-close' }),
    ).toMatchObject({ code: 'studio-off' });
    expect(floor.device.asked).toEqual([]);
  });

  it('takes what its sender saw, and is busy until it is on', async () => {
    expect(await floor.command('transition.take', { isStraight: false }, { sceneId: 'scene-close' })).toEqual(
      { ok: true },
    );
    expect(floor.device.asked).toEqual(['transition.take scene-close']);
    const goingTo = { sceneId: 'scene-close', startedAt: floor.clock.now(), durationMs: 8000 };
    floor.obs({ program: { sceneId: 'scene-wide', goingTo } });
    await floor.clock.pass(4000);
    expect(busy()).toEqual(['take']);
    floor.obs({ program: { sceneId: 'scene-close', goingTo: null } });
    expect(busy()).toEqual([]);
    expect(floor.failures).toEqual([]);
  });

  it('refuses a take of a preview that changed, and one that saw nothing', async () => {
    const before = floor.store.state;
    expect(
      await floor.command('transition.take', { isStraight: true }, { sceneId: 'scene-wide' }),
    ).toMatchObject({ code: 'changed' });
    expect(await floor.command('transition.take', { isStraight: true })).toMatchObject({
      code: 'invalid',
    });
    expect(floor.device.asked).toEqual([]);
    expect(floor.store.state).toEqual(before);
  });

  it('lets a cut take the place of a take that is not done', async () => {
    await floor.command('transition.take', { isStraight: false }, { sceneId: 'scene-close' });
    await floor.command('program.cut', { sceneId: 'scene-wide' });
    expect(busy()).toEqual([]);
    expect(floor.device.asked).toEqual(['transition.take scene-close', 'program.cut scene-wide']);
  });
});

describe('the transition', () => {
  let floor: TestFloor;
  beforeEach(() => {
    floor = testFloor();
    floor.obsComes();
    floor.obs({ transition: TRANSITION });
  });

  it('is chosen when OBS says so, length included', async () => {
    expect(await floor.command('transition.set', { name: 'Fade', durationMs: 500 })).toEqual({ ok: true });
    expect(floor.device.asked).toEqual(['transition.set Fade 500']);
    floor.obs({ transition: { ...TRANSITION, name: 'Fade', durationMs: 300 } });
    expect(floor.store.state.pending).toHaveLength(1);
    floor.obs({ transition: { ...TRANSITION, name: 'Fade', durationMs: 500 } });
    expect(floor.store.state.pending).toEqual([]);
  });

  it.each([
    [{ name: 'Stinger', durationMs: null }, 'transition-gone'],
    [{ name: 'Cut', durationMs: 300 }, 'fixed-transition'],
    [{ name: 'Fade', durationMs: 49 }, 'invalid'],
    [{ name: 'Fade', durationMs: 20_001 }, 'invalid'],
    [{ name: 'Fade', durationMs: 300.5 }, 'invalid'],
  ])('%j is refused as %s', async (params, code) => {
    expect(await floor.command('transition.set', params)).toMatchObject({ code });
    expect(floor.device.asked).toEqual([]);
  });
});
