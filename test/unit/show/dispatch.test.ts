import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openLooks } from '../../../server/show/looks.js';
import { Refusal } from '../../../server/show/refusal.js';
import { testFloor } from '../../fixtures/floor.js';

const wide = { sceneId: 'scene-wide' };
const close = { sceneId: 'scene-close' };

describe('dispatch', () => {
  it('accepts a fresh cut, shows it busy, and lets it go when OBS shows it', async () => {
    const floor = testFloor();
    floor.obsComes();
    expect(await floor.command('program.cut', close)).toEqual({ ok: true });
    expect(floor.device.asked).toEqual(['program.cut scene-close']);
    expect(floor.store.state.pending).toMatchObject([{ target: 'scene:scene-close' }]);
    expect(floor.store.state.program?.sceneId).toBe('scene-wide');
    floor.obs({ program: { sceneId: 'scene-close', goingTo: null } });
    expect(floor.store.state.pending).toEqual([]);
  });

  it.each([
    ['2.1 s late', 2100, 'stale'],
    ['0.6 s ahead', -600, 'ahead'],
  ])('refuses a live command that is %s and asks OBS nothing', async (_, age, code) => {
    const floor = testFloor();
    floor.obsComes();
    const command = { ...floor.envelope('program.cut', close), issuedAt: floor.clock.now() - age };
    expect(await floor.send(command)).toMatchObject({ ok: false, code });
    expect(floor.device.asked).toEqual([]);
    expect(floor.store.state.pending).toEqual([]);
  });

  it('accepts a live command at the edge of its age', async () => {
    const floor = testFloor();
    floor.obsComes();
    const command = { ...floor.envelope('program.cut', close), issuedAt: floor.clock.now() - 2000 };
    expect(await floor.send(command)).toEqual({ ok: true });
  });

  it('refuses a live command made before the server restarted', async () => {
    const floor = testFloor();
    floor.obsComes();
    const command = { ...floor.envelope('program.cut', close), bootId: randomUUID() };
    expect(await floor.send(command)).toMatchObject({ code: 'other-boot' });
    expect(floor.device.asked).toEqual([]);
  });

  it('accepts a log command that is an hour late and from before a restart', async () => {
    const floor = testFloor();
    const guestId = randomUUID();
    const texts = { name: 'Ada', pronouns: '', title: '', organisation: '', part: 'guest' as const };
    const command = {
      ...floor.envelope('guest.add', { guestId, ...texts }),
      bootId: randomUUID(),
      issuedAt: floor.clock.now() - 3_600_000,
    };
    expect(await floor.send(command)).toEqual({ ok: true });
    expect(floor.store.state[`guest:${guestId}`]?.name).toBe('Ada');
  });

  it('gives a repeat the first reply and does it once', async () => {
    const floor = testFloor();
    floor.obsComes();
    const command = floor.envelope('program.cut', close);
    const replies = await Promise.all([floor.send(command), floor.send(command)]);
    await floor.clock.pass(1500);
    replies.push(await floor.send(command));
    expect(replies).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(floor.device.asked.filter((asked) => asked.startsWith('program.cut'))).toHaveLength(1);
  });

  it('refuses what a role may not do, whatever the command says', async () => {
    const floor = testFloor();
    floor.obsComes();
    expect(await floor.send(floor.envelope('program.cut', close), 'viewer')).toMatchObject({
      code: 'forbidden',
    });
    expect(await floor.send(floor.envelope('program.cut', close), 'overlay')).toMatchObject({
      code: 'forbidden',
    });
    expect(floor.device.asked).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['a number', 7],
    ['a list', []],
    ['an empty object', {}],
    ['a proto trick', JSON.parse('{"__proto__":{"role":"producer"},"name":"constructor"}')],
  ])('answers %s with invalid and changes nothing', async (_, raw) => {
    const floor = testFloor();
    floor.obsComes();
    const before = floor.store.state;
    expect(await floor.send(raw)).toMatchObject({ ok: false, code: 'invalid' });
    expect(floor.store.state).toBe(before);
  });

  it.each([
    ['an unknown command', { name: 'program.explode' }, 'unknown-command'],
    ['a name every object has', { name: 'toString' }, 'unknown-command'],
    ['an unknown field', { extra: true }, 'invalid'],
    ['wrong params', { params: { sceneId: 5 } }, 'invalid'],
    ['an unknown param', { params: { ...wide, force: true } }, 'invalid'],
    ['a cut to a look and to a scene at once', { params: { ...wide, lookId: randomUUID() } }, 'invalid'],
    ['an expect on an absolute command', { expect: { takeId: randomUUID() } }, 'invalid'],
  ])('refuses %s and changes nothing', async (_, change, code) => {
    const floor = testFloor();
    floor.obsComes();
    const before = floor.store.state;
    const raw = { ...floor.envelope('program.cut', wide), ...change };
    expect(await floor.send(raw)).toMatchObject({ ok: false, code });
    expect(floor.store.state).toBe(before);
    const kept = floor.db.prepare('SELECT params FROM journal UNION SELECT expect FROM journal').raw().all();
    expect(kept).not.toContainEqual([expect.stringContaining('{')]);
  });

  it('writes down who asked for what, what they saw, and what came of it', async () => {
    const floor = testFloor();
    floor.obsComes();
    const [takeId, instanceId] = [randomUUID(), randomUUID()];
    await floor.command('program.cut', close);
    await floor.command('record.stop', {}, { takeId });
    await floor.command('graphic.hide', { layer: 'lower-third' }, { instanceId });
    const lines = floor.db.prepare('SELECT device_id, role, command, params, expect, outcome FROM journal');
    const hide = ['{"layer":"lower-third"}', JSON.stringify({ instanceId }), 'not-on-air'];
    expect(lines.raw().all()).toEqual(
      [
        ['program.cut', JSON.stringify(close), 'null', 'ok'],
        ['record.stop', '{}', JSON.stringify({ takeId }), 'not-recording'],
        ['graphic.hide', ...hide],
      ].map((line) => [floor.deviceId, 'producer', ...line]),
    );
  });

  it('turns a refusal of OBS into its code, and is busy no longer', async () => {
    const floor = testFloor();
    floor.obsComes();
    floor.device.next = () => Promise.reject(new Refusal('obs-hung'));
    expect(await floor.command('program.cut', close)).toMatchObject({ ok: false, code: 'obs-hung' });
    expect(floor.store.state.pending).toEqual([]);
  });

  it('answers a fault of our own blandly and goes on', async () => {
    const floor = testFloor();
    floor.obsComes();
    floor.device.next = () => Promise.reject(new Error('secret detail'));
    const reply = await floor.command('program.cut', close);
    expect(reply).toMatchObject({ ok: false, code: 'internal' });
    expect(JSON.stringify(reply)).not.toContain('secret');
    expect(await floor.command('program.cut', close)).toEqual({ ok: true });
  });

  it('says that a cut which OBS accepted never came, after a second look', async () => {
    const floor = testFloor();
    floor.obsComes();
    await floor.command('program.cut', close);
    await floor.clock.pass(3100);
    expect(floor.device.asked).toEqual(['program.cut scene-close', 'lookAgain']);
    expect(floor.failures).toMatchObject([{ code: 'cut-unconfirmed' }]);
    expect(floor.store.state.alerts).toMatchObject([{ code: 'cut-unconfirmed' }]);
    expect(floor.store.state.pending).toEqual([]);
  });

  it('does not call a cut failed while its transition runs', async () => {
    const floor = testFloor();
    floor.obsComes();
    await floor.command('program.cut', close);
    const goingTo = { sceneId: 'scene-close', startedAt: floor.clock.now(), durationMs: 8000 };
    floor.obs({ program: { sceneId: 'scene-wide', goingTo } });
    await floor.clock.pass(7000);
    expect(floor.failures).toEqual([]);
    floor.obs({ program: { sceneId: 'scene-close', goingTo: null } });
    expect(floor.store.state.pending).toEqual([]);
    await floor.clock.pass(10_000);
    expect(floor.failures).toEqual([]);
  });

  it('lets the newest of two cuts be the one that counts', async () => {
    const floor = testFloor();
    floor.obsComes();
    await floor.command('program.cut', close);
    await floor.command('program.cut', wide);
    floor.obs({ program: { sceneId: 'scene-wide', goingTo: null } });
    await floor.clock.pass(10_000);
    expect(floor.failures).toEqual([]);
    expect(floor.store.state.pending).toEqual([]);
  });

  it('goes on waiting for an older cut when a newer one is refused', async () => {
    const floor = testFloor();
    floor.obsComes();
    await floor.command('program.cut', close);
    floor.device.next = () => Promise.reject(new Refusal('obs-refused'));
    expect(await floor.command('program.cut', wide)).toMatchObject({ code: 'obs-refused' });
    expect(floor.store.state.pending).toMatchObject([{ target: 'scene:scene-close' }]);
    await floor.clock.pass(4000);
    expect(floor.failures).toMatchObject([{ code: 'cut-unconfirmed' }]);
  });

  it('cuts to a look by its scene, wherever that was renamed to', async () => {
    const floor = testFloor();
    floor.obsComes();
    floor.obs({ scenes: [{ id: 'scene-close', name: 'Portrait' }] });
    const look = openLooks(floor.store.state).find(({ scene }) => scene.name === 'Portrait');
    expect(await floor.command('program.cut', { lookId: look?.id ?? '' })).toEqual({ ok: true });
    expect(floor.device.asked).toEqual(['program.cut scene-close']);
    expect(floor.store.state.pending).toMatchObject([{ target: 'scene:scene-close' }]);
  });

  it('refuses a cut to a look that is a hole, or that there is not', async () => {
    const floor = testFloor();
    floor.obsComes();
    floor.obs({ scenes: [{ id: 'scene-wide', name: 'Wide' }] });
    const hole = openLooks(floor.store.state).find(({ scene }) => scene.name === 'Close-up');
    const before = floor.store.state;
    expect(await floor.command('program.cut', { lookId: hole?.id ?? '' })).toMatchObject({
      code: 'scene-gone',
    });
    expect(await floor.command('program.cut', { lookId: randomUUID() })).toMatchObject({ code: 'look-gone' });
    expect(floor.device.asked).toEqual([]);
    expect(floor.store.state).toBe(before);
  });

  it('refuses a cut to a scene that is gone', async () => {
    const floor = testFloor();
    floor.obsComes();
    expect(await floor.command('program.cut', { sceneId: 'scene-lost' })).toMatchObject({
      code: 'scene-gone',
    });
    expect(floor.device.asked).toEqual([]);
  });
});
