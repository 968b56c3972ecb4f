import { randomInt, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../server/http/place.js';
import { heard, testEdge, type DeskClient, type OverlayClient } from '../fixtures/edge.js';

type Edge = Awaited<ReturnType<typeof testEdge>>;

const devicesOf = ({ floor }: Edge) =>
  Object.keys(floor.store.state).filter((key) => key.startsWith('device:'));

/** Tries wrong digits from each address, and answers how many were looked at. */
function guessFrom({ pairing }: Edge, addresses: readonly string[], right: string): number {
  const answers = addresses.map((address) => {
    const digits = String(randomInt(1_000_000)).padStart(6, '0');
    if (digits === right) return 'wrong';
    return pairing.redeem(digits, { address, place: placeOf(address), name: 'Guessing' });
  });
  return answers.filter((answer) => answer === 'wrong').length;
}

describe('six digits that are guessed', () => {
  it('by one computer with all the addresses of its IPv6 network are five a minute', async () => {
    const edge = await testEdge();
    const { digits } = edge.pairing.invite('producer');
    const before = devicesOf(edge);
    const addresses = Array.from({ length: 1000 }, (_, host) => `2001:db8:1:2::${host.toString(16)}`);
    expect(guessFrom(edge, addresses, digits)).toBe(5);
    expect(devicesOf(edge)).toEqual(before);
  });

  it('by a whole network are thirty a minute, and a scanned code works meanwhile', async () => {
    const edge = await testEdge();
    const { digits, code } = edge.pairing.invite('producer');
    const before = devicesOf(edge);
    const addresses = Array.from({ length: 10_000 }, (_, host) => `10.0.${host >> 8}.${host % 256}`);
    expect(guessFrom(edge, addresses, digits)).toBe(30);
    expect(devicesOf(edge)).toEqual(before);
    const from = { address: '10.0.0.1', place: '10.0.0.1', name: 'Tablet' };
    expect(edge.pairing.redeem(code, from)).toMatchObject({ device: { role: 'producer' } });
  });

  it('in three hundred posts at once pair nothing', async () => {
    const edge = await testEdge();
    const { digits } = edge.pairing.invite('producer');
    const before = devicesOf(edge);
    const wrong = JSON.stringify({ code: digits === '000000' ? '000001' : '000000' });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: wrong };
    const answers = await Promise.all(Array.from({ length: 300 }, () => fetch(`${edge.origin}/pair`, init)));
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(295);
    expect(devicesOf(edge)).toEqual(before);
    await heard(edge.desk(), 'snapshot');
  });
});

describe('a cookie', () => {
  const secret = 'x'.repeat(43);

  it.each([
    `showfloor=${secret}`,
    `showfloor=`,
    `showfloor="${secret}"`,
    `SHOWFLOOR=${secret}; showfloor=${secret}`,
    `${'; '.repeat(5000)}showfloor=${secret}`,
    `showfloor=__proto__`,
  ])('that is nobody’s lets nobody in (%#)', async (cookie) => {
    const edge = await testEdge();
    const client = edge.desk(edge.page, { cookie, origin: edge.origin });
    await heard(client, 'connect_error');
    expect(client.connected).toBe(false);
  });

  it('of another name, or with more in it, is not a device’s', async () => {
    const edge = await testEdge();
    for (const cookie of [`xshowfloor=${edge.tablet.secret}`, `showfloor=${edge.tablet.secret}x`]) {
      const client = edge.desk(edge.page, { cookie, origin: edge.origin });
      await heard(client, 'connect_error');
    }
  });
});

describe('a secret', () => {
  const codeOf = async (client: DeskClient | OverlayClient) =>
    (await heard<{ data: { code: string } }>(client, 'connect_error')).data.code;

  it('of a revoked device opens no door, by whatever way it is shown', async () => {
    const edge = await testEdge();
    const { device, secret } = edge.pairing.token('producer', 'Lost');
    expect(await edge.floor.command('device.revoke', { deviceId: device.id })).toEqual({ ok: true });
    const { page, origin } = edge;
    for (const door of [edge.desk, edge.overlay]) {
      expect(await codeOf(door({ ...page, token: secret }))).toBe('unpaired');
      expect(await codeOf(door(page, { authorization: `Bearer ${secret}` }))).toBe('unpaired');
      expect(await codeOf(door(page, { cookie: `showfloor=${secret}`, origin }))).toBe('unpaired');
    }
  });

  it('of a device that is revoked while it sends does nothing from then on', async () => {
    const { floor, desk, page, pairing } = await testEdge();
    floor.obsComes();
    const { device, secret } = pairing.token('host', 'Leaving');
    const client = desk({ ...page, token: secret });
    await heard(client, 'snapshot');
    await floor.command('device.revoke', { deviceId: device.id });
    const state = floor.store.state;
    client.emit('command', floor.envelope('guest.remove', { guestId: randomUUID() }), () => undefined);
    client.emit('command', floor.envelope('program.cut', { sceneId: 'scene-close' }), () => undefined);
    await heard(client, 'disconnect');
    expect(floor.device.asked).toEqual([]);
    expect(Object.keys(floor.store.state)).toEqual(Object.keys(state));
  });
});
