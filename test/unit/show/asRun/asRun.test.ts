import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Device } from '../../../../server/protocol/slices.js';
import { openLooks } from '../../../../server/show/looks.js';
import { slice } from '../../../../server/show/store.js';
import { asRunOf, readOut } from '../../../fixtures/asRun.js';
import { guestNamed, openFloor, rendererOn, testFloor, type TestFloor } from '../../../fixtures/floor.js';
import { testFolder } from '../../../fixtures/folder.js';
import { ManualClock } from '../../../fixtures/manualClock.js';

const LAYER = 'lower-third';

/** A booth with its log: the device that taps is called Tablet. */
function booth(floor: TestFloor = testFloor()) {
  const { clock, store } = floor;
  const zero = clock.now();
  const tablet: Device = {
    ...{ id: floor.deviceId, name: 'Tablet', role: 'producer', kind: 'page' },
    ...{ pairedAt: 1, lastHeardAt: null, address: null },
  };
  store.observe({ set: slice(`device:${tablet.id}`, tablet) });
  const asRun = asRunOf(floor);
  const program = (sceneId: string) => floor.obs({ program: { sceneId, goingTo: null } });
  const show = async (name: string, autoOffMs: number | null = null) => {
    const instanceId = randomUUID();
    const content = { kind: 'guests' as const, guestIds: [await guestNamed(floor, name)] };
    await floor.command('graphic.show', { layer: LAYER, instanceId, content, autoOffMs, cut: false });
    return instanceId;
  };
  const hide = (instanceId: string) => floor.command('graphic.hide', { layer: LAYER }, { instanceId });
  return {
    ...{ floor, clock, asRun, program, show, hide, zero },
    /** Newest first. */
    log: () => asRun.newest().map(readOut(zero)),
    kept: () => [...asRun.pages()].flat().map(readOut(zero)),
  };
}

function lookOf({ store }: TestFloor, sceneId: string) {
  const look = openLooks(store.state).find(({ scene }) => scene.id === sceneId);
  if (look === undefined) throw new Error('each scene has a look');
  return look;
}

describe('what was on program', () => {
  it('is known from OBS’s word, with who asked for it', async () => {
    const { floor, clock, program, log } = booth();
    floor.obsComes();
    await clock.pass(1000);
    await floor.command('program.cut', { sceneId: 'scene-close' });
    await clock.pass(500);
    expect(log()).toEqual(['program Wide: 0 found, on']);
    program('scene-close');
    await clock.pass(2500);
    program('scene-wide');
    expect(log()).toEqual([
      'program Wide: 4 obs, on',
      'program Close-up: 1.5 device by Tablet, 4 obs',
      'program Wide: 0 found, 1.5 cut by Tablet',
    ]);
  });

  it('is called as the crew calls it, with its scene', () => {
    const { floor, asRun, program } = booth();
    floor.obsComes();
    const look = lookOf(floor, 'scene-close');
    floor.store.observe({ set: slice(`look:${look.id}`, { ...look, name: 'The guest' }) });
    program('scene-close');
    expect(asRun.newest()[0]).toMatchObject({
      title: 'The guest',
      detail: 'Close-up',
      subject: 'scene-close',
    });
  });

  it('is TAKE’s, when TAKE brought it', async () => {
    const { floor, program, log } = booth();
    floor.obsComes();
    floor.obs({ studio: { isOn: true, previewId: 'scene-close' } });
    await floor.command('transition.take', { isStraight: false }, { sceneId: 'scene-close' });
    program('scene-close');
    expect(log()[0]).toBe('program Close-up: 0 device by Tablet, on');
  });

  it('ends at OBS’s last news when OBS goes away, and is found when it is back', async () => {
    const { floor, clock, log } = booth();
    floor.obsComes();
    await clock.pass(9000);
    const { obs } = floor.store.state;
    if (obs === undefined) throw new Error('OBS is there');
    floor.obs({ obs: { ...obs, newsAt: clock.now() - 3000 } });
    floor.store.observe({ set: {}, gone: ['program', 'scenes'] });
    await clock.pass(1000);
    floor.obsComes();
    expect(log()).toEqual(['program Wide: 10 found, on', 'program Wide: 0 found, 6 obs-away']);
  });

  it('was safe from when OBS showed it until somebody cut away', async () => {
    const { floor, clock, program, log } = booth();
    floor.obsComes();
    const close = lookOf(floor, 'scene-close');
    floor.store.observe({ set: slice(`look:${close.id}`, { ...close, isHolding: true }) });
    await floor.command('show.safe', {});
    await clock.pass(300);
    program('scene-close');
    await clock.pass(700);
    program('scene-wide');
    expect(log().filter((line) => line.startsWith('safe'))).toEqual(['safe : 0.3 device by Tablet, 1 obs']);
  });
});

describe('a name', () => {
  it('is on air from the first word of a page until the page says it is out', async () => {
    const { floor, clock, show, hide, log } = booth();
    const page = rendererOn(floor);
    page.report(null, 'out');
    const ada = await show('Ada');
    await clock.pass(200);
    page.report(ada, 'loading');
    expect(log()).toEqual([]);
    await clock.pass(300);
    page.report(ada, 'on');
    await clock.pass(4500);
    await hide(ada);
    expect(log()).toEqual(['graphic Ada: 0.5 device by Tablet, on']);
    await clock.pass(1000);
    page.report(null, 'out');
    expect(log()).toEqual(['graphic Ada: 0.5 device by Tablet, 6 hidden by Tablet']);
  });

  it('says whether time, all off, the next one or its own fault ended it', async () => {
    const { floor, clock, show, log } = booth();
    const page = rendererOn(floor);
    const onAir = async (name: string, autoOffMs: number | null = null) => {
      const instanceId = await show(name, autoOffMs);
      page.report(instanceId, 'on');
      return instanceId;
    };
    await onAir('Ada', 2000);
    await clock.pass(2000);
    page.report(null, 'out');
    await onAir('Grace');
    await floor.command('graphic.clearAll', {});
    page.report(null, 'out');
    await onAir('Joan');
    const next = await show('Edith');
    page.report(next, 'loading');
    page.report(next, 'on');
    page.report(next, 'failed');
    expect(log().reverse()).toEqual([
      'graphic Ada: 0 device by Tablet, 2 auto-off',
      'graphic Grace: 2 device by Tablet, 2 all-off by Tablet',
      'graphic Joan: 2 device by Tablet, 2 replaced by Tablet',
      'graphic Edith: 2 device by Tablet, 2 failed',
    ]);
  });

  it('that is corrected on air is another line from then on', async () => {
    const { floor, clock, show, log } = booth();
    const page = rendererOn(floor);
    const instanceId = await show('Ada Lovlace');
    page.report(instanceId, 'on');
    await clock.pass(1000);
    const content = { kind: 'guests' as const, guestIds: [await guestNamed(floor, 'Ada Lovelace')] };
    await floor.command('graphic.update', { layer: LAYER, content }, { instanceId });
    expect(log()).toEqual([
      'graphic Ada Lovelace: 1 corrected, on',
      'graphic Ada Lovlace: 0 device by Tablet, 1 corrected',
    ]);
  });

  it('is not known to be on air when its page is gone, and is found when a page shows it again', async () => {
    const { floor, clock, show, log } = booth();
    const [first, second] = [rendererOn(floor), rendererOn(floor, 'page-2')];
    const ada = await show('Ada');
    first.report(ada, 'on');
    second.report(ada, 'on');
    await clock.pass(1000);
    first.leave();
    expect(log()).toEqual(['graphic Ada: 0 device by Tablet, on']);
    await clock.pass(1000);
    second.leave();
    await clock.pass(1000);
    const third = rendererOn(floor, 'page-3');
    third.report(null, 'out');
    third.report(ada, 'loading');
    await clock.pass(1000);
    third.report(ada, 'on');
    expect(log()).toEqual(['graphic Ada: 4 found, on', 'graphic Ada: 0 device by Tablet, 2 renderer-lost']);
  });
});

describe('the log', () => {
  it('ends what a killed server left at the last time it was known, and begins again with what it finds', async () => {
    const folder = testFolder();
    const clock = new ManualClock();
    const killed = openFloor({ folder, clock });
    const before = booth(killed);
    killed.obsComes();
    const page = rendererOn(killed);
    const ada = await before.show('Ada');
    page.report(ada, 'on');
    await clock.pass(7000);
    killed.db.close();

    const floor = openFloor({ folder, clock: new ManualClock(clock.now() + 60_000) });
    onTestFinished(() => void floor.db.close());
    const { asRun, kept } = booth(floor);
    const log = () => asRun.newest().map(readOut(before.zero));
    const ended = ['graphic Ada: 0 device by Tablet, 5 server-away', 'program Wide: 0 found, 5 server-away'];
    expect(log()).toEqual(ended);
    await floor.clock.pass(2000);
    floor.obsComes();
    rendererOn(floor).report(ada, 'on');
    expect(log()).toEqual(['graphic Ada: 69 found, on', 'program Wide: 69 found, on', ...ended]);
    expect(kept()).toHaveLength(4);
  });

  it.each([
    ['forward', 3_600_000],
    ['back', -3_600_000],
  ])('never counts across a clock that is set %s', async (_, byMs) => {
    const { floor, clock, asRun, program } = booth();
    floor.obsComes();
    await clock.pass(10_000);
    clock.step(byMs);
    await clock.pass(5000);
    program('scene-close');
    const lengths = asRun.newest().map(({ from, until, ended }) => [until && until - from, ended?.how]);
    expect(lengths).toContainEqual([10_000, 'clock-set']);
    expect(lengths).toContainEqual([5000, 'obs']);
    expect(lengths).toHaveLength(3);
  });

  it('has what a full disk refused, and writes it when the disk takes it', async () => {
    const { floor, clock, program, kept, log } = booth();
    floor.obsComes();
    await clock.pass(100);
    floor.db.exec("CREATE TRIGGER full BEFORE INSERT ON as_run BEGIN SELECT RAISE(ABORT, 'full'); END");
    program('scene-close');
    await clock.pass(100);
    const rows = () => floor.db.prepare('SELECT number, is_open FROM as_run ORDER BY number').raw().all();
    expect(rows()).toEqual([[1, 1]]);
    expect(kept()).toEqual(log().reverse());
    floor.db.exec('DROP TRIGGER full');
    await clock.pass(5000);
    expect(rows()).toEqual([
      [1, 0],
      [2, 1],
    ]);
  });

  it('keeps pages to the newest lines and what is still on, and has all for the file', async () => {
    const { floor, clock, asRun, program } = booth();
    floor.obsComes();
    const page = rendererOn(floor);
    const ada = randomUUID();
    page.report(ada, 'on');
    for (let cut = 0; cut < 620; cut += 1) {
      program(cut % 2 === 0 ? 'scene-close' : 'scene-wide');
      clock.passAtOnce(1000);
    }
    const newest = asRun.newest();
    expect(newest).toHaveLength(201);
    expect(newest.at(-1)).toMatchObject({ kind: 'graphic', subject: ada, until: null });
    const all = [...asRun.pages()].flat();
    expect(all).toHaveLength(622);
    expect(all.map(({ from }) => from)).toEqual(all.map(({ from }) => from).sort((a, b) => a - b));
  });

  it('has recordings and streams as their ledgers know them', async () => {
    const { floor, clock, log } = booth();
    floor.obsComes();
    await floor.command('record.start', {});
    const record = { pausedAt: null, hasDied: false, path: '/rec/Ada 01.mkv' };
    floor.obs({ record: { ...record, state: 'on', startedAt: clock.now() } });
    await floor.command('stream.start', {});
    floor.obs({ stream: { state: 'on', startedAt: clock.now(), reconnectingSince: null } });
    await clock.pass(3000);
    const sessionId = floor.store.state.currentStream?.sessionId ?? '';
    await floor.command('stream.stop', {}, { sessionId });
    floor.obs({ stream: { state: 'off', startedAt: null, reconnectingSince: null } });
    floor.obs({ record: { ...record, state: 'off', startedAt: null } });
    await clock.pass(100);
    expect(log().sort().slice(1)).toEqual([
      'recording Ada 01.mkv: 0 device by Tablet, 3 obs',
      'stream : 0 device by Tablet, 3 crew by Tablet',
    ]);
  });
});
