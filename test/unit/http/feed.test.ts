import { describe, expect, it } from 'vitest';
import type { Levels, ScenePicture, Snapshot, Watch } from '../../../server/protocol/events.js';
import { deviceNameOf } from '../../../server/http/deviceName.js';
import { heard, testEdge, type DeskClient } from '../../fixtures/edge.js';

const NOTHING: Watch = { program: false, sceneIds: [], statistics: false, levels: false };
const PICTURE: ScenePicture = {
  sceneId: 'scene-wide',
  at: 1,
  jpeg: new Uint8Array([255, 216, 255]).buffer,
  dead: [],
};

/** Everything before it has arrived when the answer comes. */
const roundTrip = (client: DeskClient) => client.timeout(2000).emitWithAck('clock');

describe('the feed', () => {
  it('reaches those who look at it, and nobody else', async () => {
    const { desk, edge, handshake, pairing } = await testEdge();
    const [looking, other] = [
      desk(),
      desk({ ...handshake, token: pairing.token('producer', 'Other').secret }),
    ];
    const got: ScenePicture[] = [];
    other.on('picture', (picture) => got.push(picture));
    await Promise.all([heard(looking, 'snapshot'), heard(other, 'snapshot')]);
    looking.emit('watch', { ...NOTHING, sceneIds: ['scene-wide'] });
    await roundTrip(looking);
    const picture = heard<ScenePicture>(looking, 'picture');
    edge.feed.picture(PICTURE, false);
    const { jpeg, ...rest } = await picture;
    expect(rest).toEqual({ sceneId: 'scene-wide', at: 1, dead: [] });
    expect([...new Uint8Array(jpeg ?? new ArrayBuffer(0))]).toEqual([255, 216, 255]);
    await roundTrip(other);
    expect(got).toEqual([]);
  });

  it('brings program to those who look at program, whatever scene it is', async () => {
    const { desk, edge } = await testEdge();
    const client = desk();
    await heard(client, 'snapshot');
    client.emit('watch', { ...NOTHING, program: true });
    await roundTrip(client);
    const picture = heard<ScenePicture>(client, 'picture');
    edge.feed.picture(PICTURE, true);
    expect((await picture).sceneId).toBe('scene-wide');
  });

  it('brings levels to those who look at levels alone', async () => {
    const { desk, edge, handshake, pairing } = await testEdge();
    const [looking, other] = [
      desk(),
      desk({ ...handshake, token: pairing.token('producer', 'Other').secret }),
    ];
    const got: Levels[] = [];
    other.on('levels', (levels) => got.push(levels));
    await Promise.all([heard(looking, 'snapshot'), heard(other, 'snapshot')]);
    looking.emit('watch', { ...NOTHING, levels: true });
    other.emit('watch', { ...NOTHING, statistics: true });
    await Promise.all([roundTrip(looking), roundTrip(other)]);
    const sent: Levels = { at: 5, inputs: { host: [-20, -12, -12] }, mix: [-20, -12] };
    const levels = heard<Levels>(looking, 'levels');
    edge.feed.levels(sent);
    expect(await levels).toEqual(sent);
    await roundTrip(other);
    expect(got).toEqual([]);
  });

  it('is wanted as long as somebody looks, and no longer', async () => {
    const { desk, watched, handshake, pairing } = await testEdge();
    const [one, two] = [desk(), desk({ ...handshake, token: pairing.token('producer', 'Other').secret })];
    await Promise.all([heard(one, 'snapshot'), heard(two, 'snapshot')]);
    one.emit('watch', { ...NOTHING, statistics: true, sceneIds: ['a'] });
    await roundTrip(one);
    two.emit('watch', { ...NOTHING, program: true, sceneIds: ['a', 'b'] });
    await roundTrip(two);
    expect(watched.at(-1)).toEqual({
      program: true,
      sceneIds: ['a', 'b'],
      statistics: true,
      levels: false,
    });
    one.disconnect();
    two.disconnect();
    await expect.poll(() => watched.at(-1)).toEqual(NOTHING);
  });

  it('takes no notice of a wish that cannot be read', async () => {
    const { desk, watched } = await testEdge();
    const client = desk();
    await heard(client, 'snapshot');
    // What comes over a wire may be anything.
    client.emit('watch', { program: 'yes' } as unknown as Watch);
    await roundTrip(client);
    expect(watched).toEqual([]);
  });
});

describe('who is here', () => {
  it('is each device once, by the name that it was given, until its last page is gone', async () => {
    const { desk, floor, tablet } = await testEdge();
    await floor.command('device.rename', { deviceId: tablet.device.id, name: 'Desk left' });
    const [one, two] = [desk(), desk()];
    const snapshots = await Promise.all([heard<Snapshot>(one, 'snapshot'), heard<Snapshot>(two, 'snapshot')]);
    expect(snapshots[1].state.here).toEqual([
      { deviceId: tablet.device.id, name: 'Desk left', role: 'producer', since: floor.clock.now() },
    ]);
    one.disconnect();
    two.disconnect();
    await expect.poll(() => floor.store.state.here).toEqual([]);
  });

  it('comes with the snapshot: a page hears nothing before its own', async () => {
    const { desk } = await testEdge();
    const client = desk();
    const heardFirst: string[] = [];
    client.onAny((event: string) => heardFirst.push(event));
    await heard(client, 'snapshot');
    await roundTrip(client);
    expect(heardFirst[0]).toBe('snapshot');
  });

  it.each([
    ['Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36', 'Android tablet'],
    ['Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Mobile Safari/537.36', 'Android phone'],
    ['curl/8', 'Device'],
  ])('calls %s a %s', (userAgent, name) => {
    expect(deviceNameOf(userAgent)).toBe(name);
  });
});
