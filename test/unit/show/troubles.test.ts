import { describe, expect, it } from 'vitest';
import { testFloor, type TestFloor } from '../../fixtures/floor.js';

/** There is nothing to take off, so it is always a no. */
const hideNothing = (floor: TestFloor) =>
  floor.command('graphic.hide', { layer: 'lower-third' }, { instanceId: NOBODY });
const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('the log of troubles', () => {
  it('has each no with the command and who asked, and nothing of what went well', async () => {
    const floor = testFloor();
    expect(await hideNothing(floor)).toMatchObject({ code: 'not-on-air' });
    floor.obsComes();
    expect(await floor.command('program.cut', { sceneId: 'scene-close' })).toEqual({ ok: true });
    expect(floor.troubles()).toMatchObject([
      { kind: 'refused', code: 'not-on-air', command: 'graphic.hide' },
    ]);
    expect(floor.troubles()[0]?.deviceId).toMatch(/^[\da-f-]{36}$/u);
    const fields = ['at', 'code', 'command', 'deviceId', 'id', 'kind', 'params'];
    expect(Object.keys(floor.troubles()[0] ?? {}).sort()).toEqual(fields);
  });

  it('takes the same no again and again for one, and later for another', async () => {
    const floor = testFloor();
    for (let tap = 0; tap < 3; tap++) await hideNothing(floor);
    expect(floor.troubles()).toHaveLength(1);
    await floor.clock.pass(2000);
    await hideNothing(floor);
    expect(floor.troubles()).toHaveLength(2);
  });

  it('has a repeat of one command once', async () => {
    const floor = testFloor();
    const command = floor.envelope('graphic.hide', { layer: 'lower-third' }, { instanceId: NOBODY });
    await floor.send(command);
    await floor.clock.pass(1900);
    await floor.send(command);
    await floor.clock.pass(1900);
    await floor.send(command);
    expect(floor.troubles()).toHaveLength(1);
  });

  it('has what was accepted and came to nothing, once, with who asked', async () => {
    const floor = testFloor();
    floor.obsComes();
    expect(await floor.command('program.cut', { sceneId: 'scene-close' })).toEqual({ ok: true });
    await floor.clock.pass(60_000);
    expect(floor.troubles()).toMatchObject([
      { kind: 'failed', code: 'cut-unconfirmed', command: 'program.cut' },
    ]);
  });

  it('has an alert once for as long as it stands', async () => {
    const floor = testFloor();
    floor.db.exec('DROP TABLE slices');
    for (let tap = 0; tap < 2; tap++) {
      floor.store.observe({ set: { seats: { guestIds: [`guest-${tap}`] } } });
      await floor.clock.pass(2000);
    }
    expect(floor.troubles()).toMatchObject([
      { kind: 'alert', code: 'memory-only', command: null, deviceId: null },
    ]);
  });

  it('keeps the newest hundred', async () => {
    const floor = testFloor();
    for (let tap = 0; tap < 103; tap++) {
      await hideNothing(floor);
      await floor.clock.pass(2000);
    }
    const log = floor.troubles();
    expect(log).toHaveLength(100);
    expect(log.at(-1)?.at).toBe(floor.clock.now() - 2000);
  });
});
