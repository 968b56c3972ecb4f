import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ManualClock } from '../../fixtures/manualClock.js';
import { testFolder } from '../../fixtures/folder.js';
import { guestNamed, openFloor, rendererOn, testFloor, type TestFloor } from '../../fixtures/floor.js';

const layer = 'lower-third';

async function show(floor: TestFloor, guestId: string, autoOffMs: number | null = null) {
  const instanceId = randomUUID();
  const content = { kind: 'guests' as const, guestIds: [guestId] };
  const reply = await floor.command('graphic.show', { layer, instanceId, content, autoOffMs, cut: false });
  return { instanceId, reply };
}

const wanted = (floor: TestFloor) => floor.store.state['wanted:lower-third'];
const reported = (floor: TestFloor) => floor.store.state['reported:lower-third'];

describe('a graphic', () => {
  it('is refused while no renderer is alive, and is not remembered', async () => {
    const floor = testFloor();
    const ada = await guestNamed(floor, 'Ada');
    const { reply } = await show(floor, ada);
    expect(reply).toMatchObject({ ok: false, code: 'no-renderer' });
    rendererOn(floor);
    expect(wanted(floor)?.onAir ?? null).toBeNull();
  });

  it('is busy until a renderer reports it on', async () => {
    const floor = testFloor();
    const page = rendererOn(floor);
    const { instanceId, reply } = await show(floor, await guestNamed(floor, 'Ada'));
    expect(reply).toEqual({ ok: true });
    expect(floor.store.state.pending).toMatchObject([{ target: 'layer:lower-third' }]);
    page.report(instanceId, 'on');
    expect(floor.store.state.pending).toEqual([]);
    expect(reported(floor)).toMatchObject({ instanceId, state: 'on' });
  });

  it('does not count a preview as on air', async () => {
    const floor = testFloor();
    const ada = await guestNamed(floor, 'Ada');
    floor.renderers.hello('preview', {
      rendererId: randomUUID(),
      kind: 'preview',
      layers: [layer],
      build: 'test',
      inObs: false,
      source: null,
    });
    expect((await show(floor, ada)).reply).toMatchObject({ code: 'no-renderer' });
  });

  it('stays on when its page goes, whatever a page says that hung before it heard of it', async () => {
    const floor = testFloor();
    const hung = rendererOn(floor, 'hung');
    const page = rendererOn(floor);
    const ada = await show(floor, await guestNamed(floor, 'Ada'));
    for (const one of [hung, page]) one.report(ada.instanceId, 'on');
    const grace = await show(floor, await guestNamed(floor, 'Grace'));
    page.report(grace.instanceId, 'on');
    page.leave();
    expect(reported(floor)).toMatchObject({ instanceId: grace.instanceId, state: 'on' });
  });

  it('that no renderer confirms is taken off again and said', async () => {
    const floor = testFloor();
    rendererOn(floor);
    await show(floor, await guestNamed(floor, 'Ada'));
    await floor.clock.pass(6000);
    expect(floor.failures).toMatchObject([{ code: 'show-unconfirmed' }]);
    expect(wanted(floor)?.onAir).toBeNull();
  });

  it('that cannot be drawn is taken off at once and said', async () => {
    const floor = testFloor();
    const page = rendererOn(floor);
    const { instanceId } = await show(floor, await guestNamed(floor, 'Ada'));
    page.report(instanceId, 'failed');
    expect(floor.failures).toMatchObject([{ code: 'graphic-failed' }]);
    expect(wanted(floor)?.onAir).toBeNull();
  });

  it('is hidden by who sees it, and by nobody who sees another', async () => {
    const floor = testFloor();
    const page = rendererOn(floor);
    const { instanceId } = await show(floor, await guestNamed(floor, 'Ada'));
    page.report(instanceId, 'on');
    const other = await floor.command('graphic.hide', { layer }, { instanceId: randomUUID() });
    expect(other).toMatchObject({ code: 'changed' });
    expect(wanted(floor)?.onAir?.instanceId).toBe(instanceId);
    expect(await floor.command('graphic.hide', { layer }, { instanceId })).toEqual({ ok: true });
    expect(floor.store.state.pending).toHaveLength(1);
    page.report(instanceId, 'out');
    expect(floor.store.state.pending).toEqual([]);
    expect(await floor.command('graphic.hide', { layer }, { instanceId })).toMatchObject({
      code: 'not-on-air',
    });
  });

  it('whose hiding no renderer confirms is still said to be on air', async () => {
    const floor = testFloor();
    const page = rendererOn(floor);
    const { instanceId } = await show(floor, await guestNamed(floor, 'Ada'));
    page.report(instanceId, 'on');
    await floor.command('graphic.clearAll', {});
    await floor.clock.pass(3500);
    expect(floor.failures).toMatchObject([{ code: 'hide-unconfirmed' }]);
    expect(reported(floor)).toMatchObject({ instanceId, state: 'on' });
    expect(await floor.command('graphic.hide', { layer }, { instanceId })).toEqual({ ok: true });
  });

  it('keeps its text when the guest is corrected, until it is updated', async () => {
    const floor = testFloor();
    const page = rendererOn(floor);
    const ada = await guestNamed(floor, 'Ada Lovelaec');
    const { instanceId } = await show(floor, ada);
    page.report(instanceId, 'on');
    const texts = { name: 'Ada Lovelace', pronouns: '', title: '', organisation: '', part: 'guest' as const };
    await floor.command('guest.change', { guestId: ada, ...texts });
    expect(wanted(floor)?.onAir?.data.people[0]?.name).toBe('Ada Lovelaec');
    const content = { kind: 'guests' as const, guestIds: [ada] };
    await floor.command('graphic.update', { layer, content }, { instanceId });
    expect(wanted(floor)?.onAir).toMatchObject({ instanceId, revision: 1 });
    expect(wanted(floor)?.onAir?.data.people[0]?.name).toBe('Ada Lovelace');
  });

  it('that is armed follows the correction, and leaves the armed place when shown', async () => {
    const floor = testFloor();
    rendererOn(floor);
    const ada = await guestNamed(floor, 'Ada L');
    const content = { kind: 'guests' as const, guestIds: [ada] };
    const next = { instanceId: randomUUID(), content, autoOffMs: null, cut: false };
    await floor.command('graphic.arm', { layer, next });
    const texts = { name: 'Ada Lovelace', pronouns: '', title: '', organisation: '', part: 'guest' as const };
    await floor.command('guest.change', { guestId: ada, ...texts });
    expect(wanted(floor)?.armed?.data.people[0]?.name).toBe('Ada Lovelace');
    await floor.command('graphic.show', { layer, ...next });
    expect(wanted(floor)).toMatchObject({ onAir: { instanceId: next.instanceId }, armed: null });
  });

  it('keeps its guest from being removed while on air', async () => {
    const floor = testFloor();
    rendererOn(floor);
    const ada = await guestNamed(floor, 'Ada');
    await show(floor, ada);
    expect(await floor.command('guest.remove', { guestId: ada })).toMatchObject({ code: 'guest-on-air' });
    expect(floor.store.state[`guest:${ada}`]).toBeDefined();
  });

  it('goes off by itself, counted from when it was first seen', async () => {
    const floor = testFloor();
    const page = rendererOn(floor);
    const { instanceId } = await show(floor, await guestNamed(floor, 'Ada'), 8000);
    await floor.clock.pass(1000);
    expect(wanted(floor)?.onAir?.offAt).toBeNull();
    page.report(instanceId, 'on');
    expect(wanted(floor)?.onAir?.offAt).toBe(floor.clock.now() + 8000);
    page.report(instanceId, 'on');
    await floor.clock.pass(7900);
    expect(wanted(floor)?.onAir?.instanceId).toBe(instanceId);
    await floor.clock.pass(200);
    expect(wanted(floor)?.onAir).toBeNull();
  });

  it('is on air while any page shows it, and a page that reloads does not take it off', async () => {
    const floor = testFloor();
    const first = rendererOn(floor, 'first');
    const second = rendererOn(floor, 'second');
    const { instanceId } = await show(floor, await guestNamed(floor, 'Ada'));
    first.report(instanceId, 'on');
    second.report(instanceId, 'loading');
    expect(reported(floor)?.state).toBe('on');
    first.leave();
    const reloaded = rendererOn(floor, 'reloaded');
    reloaded.report(null, 'out');
    second.leave();
    reloaded.report(instanceId, 'loading');
    expect(reported(floor)).toMatchObject({ instanceId, state: 'on' });
    reloaded.report(instanceId, 'on');
    expect(reported(floor)).toMatchObject({ instanceId, state: 'on' });
  });

  it('that was taken off while no page answers is still said to be seen, until one says otherwise', async () => {
    const floor = testFloor();
    const page = rendererOn(floor);
    const ada = await guestNamed(floor, 'Ada');
    const { instanceId } = await show(floor, ada);
    page.report(instanceId, 'on');
    page.leave();
    await floor.command('graphic.hide', { layer }, { instanceId });
    await floor.clock.pass(40_000);
    expect(wanted(floor)).toMatchObject({ onAir: null, leaving: { instanceId } });
    expect(floor.store.state.alerts).toMatchObject([{ code: 'renderer-lost' }]);
    expect(await floor.command('guest.remove', { guestId: ada })).toMatchObject({ code: 'guest-on-air' });
    rendererOn(floor, 'page-2').report(null, 'out');
    expect(wanted(floor)).toMatchObject({ onAir: null, leaving: null });
    expect(floor.store.state.alerts).toEqual([]);
  });

  it('is shown also when the disk refuses to remember it, and that is said', async () => {
    const floor = testFloor();
    rendererOn(floor);
    const ada = await guestNamed(floor, 'Ada');
    floor.db.exec('DROP TABLE slices');
    const { instanceId, reply } = await show(floor, ada);
    expect(reply).toEqual({ ok: true });
    expect(wanted(floor)?.onAir?.instanceId).toBe(instanceId);
    expect(floor.store.state.alerts).toMatchObject([{ code: 'memory-only' }]);
  });

  it('is taken off air also when the disk refuses to remember it', async () => {
    const floor = testFloor();
    const page = rendererOn(floor);
    const { instanceId } = await show(floor, await guestNamed(floor, 'Ada'));
    page.report(instanceId, 'on');
    floor.db.exec('DROP TABLE slices');
    expect(await floor.command('graphic.hide', { layer }, { instanceId })).toEqual({ ok: true });
    expect(wanted(floor)?.onAir).toBeNull();
  });

  it('that nobody shows any more raises an alert until somebody does', async () => {
    const floor = testFloor();
    const page = rendererOn(floor);
    const { instanceId } = await show(floor, await guestNamed(floor, 'Ada'));
    page.report(instanceId, 'on');
    page.leave();
    expect(floor.store.state.alerts).toMatchObject([{ code: 'renderer-lost' }]);
    rendererOn(floor, 'page-2').report(instanceId, 'on');
    expect(floor.store.state.alerts).toEqual([]);
  });
});

describe('after a kill of the server', () => {
  async function beforeTheKill(report: 'loading' | 'on' | null, autoOffMs: number | null) {
    const folder = testFolder();
    const clock = new ManualClock();
    const floor = openFloor({ folder, clock });
    const page = rendererOn(floor);
    const { instanceId } = await show(floor, await guestNamed(floor, 'Ada'), autoOffMs);
    if (report !== null) page.report(instanceId, report);
    // No goodbye: what is on disk now is all that is left.
    floor.db.close();
    const restart = (afterMs: number) => {
      const again = openFloor({ folder, clock: new ManualClock(clock.now() + afterMs) });
      onTestFinished(() => void again.db.close());
      return again;
    };
    return { restart, instanceId };
  }

  it('what renderers had reported on air is wanted still', async () => {
    const { restart, instanceId } = await beforeTheKill('on', null);
    const again = restart(500);
    expect(again.store.state['wanted:lower-third']?.onAir?.instanceId).toBe(instanceId);
    expect(again.store.state['reported:lower-third']).toMatchObject({ instanceId, state: 'on' });
  });

  it.each(['loading', null] as const)('what had only come to %s does not come up late', async (report) => {
    const { restart } = await beforeTheKill(report, null);
    const again = restart(500);
    expect(again.store.state['wanted:lower-third']?.onAir).toBeNull();
  });

  it('what should have gone off meanwhile is off', async () => {
    const { restart } = await beforeTheKill('on', 5000);
    const again = restart(6000);
    expect(again.store.state['wanted:lower-third']?.onAir).toBeNull();
  });
});
