import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { INVITE_MS } from '../../../server/protocol/codes.js';
import type { Snapshot } from '../../../server/protocol/events.js';
import { heard, testEdge, type DeskClient, type OverlayClient } from '../../fixtures/edge.js';

type Edge = Awaited<ReturnType<typeof testEdge>>;

const pairBy = ({ origin }: Edge, body: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}/pair`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

const withCode = (code: string) => JSON.stringify({ code });

const secretOf = (response: Response) =>
  /showfloor=([\w-]{43})/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? '';

const devicesOf = ({ floor }: Edge) =>
  Object.keys(floor.store.state).filter((key) => key.startsWith('device:'));

async function refusalOf(client: DeskClient | OverlayClient): Promise<string> {
  const { data } = await heard<{ data: { code: string } }>(client, 'connect_error');
  return data.code;
}

function seenBy({ desk, page }: Edge, token: string): Promise<Snapshot> {
  return heard<Snapshot>(desk({ ...page, token }), 'snapshot');
}

describe('a code', () => {
  it('makes a device of its role, once, whose secret is in a cookie that no script reads', async () => {
    const edge = await testEdge();
    const body = withCode(edge.pairing.invite('host').code);
    const response = await pairBy(edge, body, { 'user-agent': 'Mozilla/5.0 (iPad; CPU OS 16_4)' });
    expect(await response.json()).toEqual({ role: 'host' });
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/);
    const { you, state } = await seenBy(edge, secretOf(response));
    expect(you.role).toBe('host');
    expect(state.here?.map(({ name }) => name)).toEqual(['iPad']);
    expect((await pairBy(edge, body)).status).toBe(403);
    expect(JSON.stringify(edge.floor.store.state)).not.toContain(secretOf(response));
  });

  it('does the same by its six digits', async () => {
    const edge = await testEdge();
    const { digits } = edge.pairing.invite('viewer');
    expect(await (await pairBy(edge, withCode(digits))).json()).toEqual({ role: 'viewer' });
    expect(edge.floor.store.state.invites).toEqual([]);
  });

  it('is good for ten minutes and not longer', async () => {
    const edge = await testEdge();
    const { code } = edge.pairing.invite('producer');
    const before = devicesOf(edge);
    edge.floor.clock.passAtOnce(INVITE_MS + 1);
    expect((await pairBy(edge, withCode(code))).status).toBe(403);
    expect(edge.floor.store.state.invites).toEqual([]);
    expect(devicesOf(edge)).toEqual(before);
  });

  it('is not used up by what only looks at the address', async () => {
    const edge = await testEdge();
    const { code } = edge.pairing.invite('producer');
    for (const method of ['GET', 'HEAD']) await fetch(`${edge.origin}/pair`, { method });
    expect((await pairBy(edge, withCode(code))).status).toBe(200);
  });

  it('is not taken from another site’s page', async () => {
    const edge = await testEdge();
    const { code } = edge.pairing.invite('producer');
    const response = await pairBy(edge, withCode(code), { origin: 'http://evil.example' });
    expect(response.status).toBe(403);
    expect(edge.floor.store.state.invites).toHaveLength(1);
  });

  it('cannot be guessed: after five wrong ones an address waits, and a scanned one still works', async () => {
    const edge = await testEdge();
    const { code, digits } = edge.pairing.invite('producer');
    const wrong = withCode(digits === '000000' ? '000001' : '000000');
    const before = devicesOf(edge);
    for (let tries = 0; tries < 5; tries++) expect((await pairBy(edge, wrong)).status).toBe(403);
    const refused = await pairBy(edge, withCode(digits));
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ code: 'too-many-tries' });
    expect(devicesOf(edge)).toEqual(before);
    expect((await pairBy(edge, withCode(code))).status).toBe(200);
    edge.floor.clock.passAtOnce(60_001);
    expect((await pairBy(edge, wrong)).status).toBe(403);
  });

  it.each(['{', '[]', '{"code":7}', '{"code":"1","role":"producer"}', withCode('x'.repeat(5000))])(
    'is refused as %s, and nothing is paired',
    async (body) => {
      const edge = await testEdge();
      const before = devicesOf(edge);
      const { status } = await pairBy(edge, body);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(devicesOf(edge)).toEqual(before);
    },
  );
});

describe('a producer', () => {
  it('makes codes and ends them, and only for what may be paired', async () => {
    const edge = await testEdge();
    const { floor } = edge;
    const inviteId = randomUUID();
    const invite = { inviteId, role: 'host', forDevice: null } as const;
    expect(await floor.command('device.invite', invite)).toEqual({ ok: true });
    expect(floor.store.state.invites).toMatchObject([{ id: inviteId, role: 'host' }]);
    const frame = floor.envelope('device.invite', invite);
    const audience = { ...frame, params: { ...invite, role: 'audience' } };
    expect(await floor.send(audience)).toMatchObject({ ok: false, code: 'invalid' });
    expect(await floor.command('device.uninvite', { inviteId })).toEqual({ ok: true });
    expect(floor.store.state.invites).toEqual([]);
  });

  it('revokes a device, whose pages are gone at once and whose secret is worth nothing', async () => {
    const edge = await testEdge();
    const { device, secret } = edge.pairing.token('host', 'Lost phone');
    const [lost, kept] = [edge.desk({ ...edge.page, token: secret }), edge.desk()];
    await Promise.all([heard(lost, 'snapshot'), heard(kept, 'snapshot')]);
    const cut = heard(lost, 'disconnect');
    expect(await edge.floor.command('device.revoke', { deviceId: device.id })).toEqual({ ok: true });
    await cut;
    expect(kept.connected).toBe(true);
    expect(await refusalOf(edge.desk({ ...edge.page, token: secret }))).toBe('unpaired');
    expect(JSON.stringify(edge.floor.store.state)).not.toContain(device.id);
  });

  it('cannot revoke the last of them', async () => {
    const { floor, tablet, pairing } = await testEdge();
    // A program's token pairs nobody, so it does not count.
    const { device } = pairing.token('producer', 'Stream Deck');
    const before = floor.store.state;
    const reply = await floor.command('device.revoke', { deviceId: tablet.device.id });
    expect(reply).toMatchObject({ ok: false, code: 'last-producer' });
    expect(floor.store.state).toBe(before);
    expect(await floor.command('device.revoke', { deviceId: device.id })).toEqual({ ok: true });
  });

  it('sees that an overlay is online, as long as its page is', async () => {
    const { floor, desk, overlay } = await testEdge();
    const [crew, page] = [desk(), overlay()];
    await Promise.all([heard(crew, 'snapshot'), heard(page, 'snapshot')]);
    const here = () => floor.store.state.here?.map(({ name, role }) => `${name} ${role}`).sort();
    expect(here()).toEqual(['OBS overlay', 'Tablet producer']);
    page.disconnect();
    await expect.poll(here).toEqual(['Tablet producer']);
  });

  it('leaves no code behind when the last page of the device is gone, and keeps it for one that comes back', async () => {
    const { floor, desk, pairing } = await testEdge();
    const ours = desk();
    const { bootId } = await heard<Snapshot>(ours, 'snapshot');
    pairing.invite('producer');
    const codes = () => floor.store.state.invites?.map(({ askedBy }) => askedBy === null);
    const command = {
      id: randomUUID(),
      name: 'device.invite',
      params: { inviteId: randomUUID(), role: 'host', forDevice: null },
      bootId,
      issuedAt: floor.clock.now(),
    } as const;
    expect(await ours.timeout(2000).emitWithAck('command', command)).toEqual({ ok: true });
    const goes = async (client: DeskClient) => {
      client.disconnect();
      await expect.poll(() => floor.store.state.here).toEqual([]);
    };
    await goes(ours);
    await floor.clock.pass(10_000);
    const again = desk();
    await heard(again, 'snapshot');
    await floor.clock.pass(10_000);
    expect(codes()).toEqual([true, false]);
    await goes(again);
    await floor.clock.pass(15_000);
    expect(codes()).toEqual([true]);
  });

  it('finds a device by a flash on it, and on no other', async () => {
    const { floor, pairing, edge, desk, page } = await testEdge();
    const { device, secret } = pairing.token('viewer', 'Behind the curtain');
    const [sought, other] = [desk({ ...page, token: secret }), desk()];
    const flashes: string[] = [];
    other.on('flash', ({ name }) => flashes.push(name));
    await Promise.all([heard(sought, 'snapshot'), heard(other, 'snapshot')]);
    expect(await floor.command('device.flash', { deviceId: device.id })).toEqual({ ok: true });
    expect(floor.flashed).toEqual(['Behind the curtain']);
    const flash = heard<{ name: string }>(sought, 'flash');
    edge.flash(device.id, device.name);
    expect(await flash).toEqual({ name: 'Behind the curtain' });
    await other.timeout(2000).emitWithAck('clock');
    expect(flashes).toEqual([]);
  });

  it('brings a device back by a code for it: as it was, and its old secret is worth nothing', async () => {
    const edge = await testEdge();
    const { device, secret } = edge.pairing.token('host', 'Host’s tablet');
    const invite = { inviteId: randomUUID(), role: 'host', forDevice: device.id } as const;
    await edge.floor.command('device.invite', invite);
    const [made] = edge.floor.store.state.invites ?? [];
    const again = secretOf(await pairBy(edge, withCode(made?.code ?? '')));
    expect((await seenBy(edge, again)).you).toEqual({ deviceId: device.id, role: 'host' });
    expect(edge.floor.store.state[`device:${device.id}`]?.name).toBe('Host’s tablet');
    expect(await refusalOf(edge.desk({ ...edge.page, token: secret }))).toBe('unpaired');
  });
});

describe('a role', () => {
  it.each(['host', 'viewer'] as const)('of %s sees no devices, no codes and no secrets', async (role) => {
    const edge = await testEdge();
    edge.pairing.invite('producer');
    const { state } = await seenBy(edge, edge.pairing.token(role, 'Other').secret);
    const nouns = Object.keys(state).map((key) => key.split(':', 1)[0]);
    for (const hidden of ['device', 'credential', 'invites', 'addresses'])
      expect(nouns).not.toContain(hidden);
  });

  it('of viewer changes nothing', async () => {
    const edge = await testEdge();
    edge.floor.obsComes();
    const client = edge.desk({ ...edge.page, token: edge.pairing.token('viewer', 'Other').secret });
    await heard(client, 'snapshot');
    const frame = edge.floor.envelope('program.cut', { sceneId: 'scene-close' });
    const reply: unknown = await client.timeout(2000).emitWithAck('command', frame);
    expect(reply).toMatchObject({ ok: false, code: 'forbidden' });
    expect(edge.floor.device.asked).toEqual([]);
  });

  it('of overlay is no way to the desk, and its address is paired when it is first used', async () => {
    const edge = await testEdge();
    const { code } = edge.pairing.invite('overlay');
    expect((await pairBy(edge, withCode(code))).status).toBe(403);
    await heard(edge.overlay({ ...edge.page, token: code }), 'snapshot');
    expect(edge.floor.store.state.invites).toEqual([]);
    expect(await refusalOf(edge.desk({ ...edge.page, token: code }))).toBe('unpaired');
  });

  it('of host is no way to the overlays', async () => {
    const edge = await testEdge();
    const { secret } = edge.pairing.token('host', 'Other');
    expect(await refusalOf(edge.overlay({ ...edge.page, token: secret }))).toBe('unpaired');
  });

  it('of producer looks at the overlay and is not the air', async () => {
    const { floor, overlay, handshake } = await testEdge();
    const page = overlay(handshake);
    await heard(page, 'snapshot');
    page.emit('renderer.hello', {
      rendererId: randomUUID(),
      kind: 'air',
      layers: ['lower-third'],
      build: 'test-build',
      inObs: false,
      source: null,
    });
    await expect.poll(() => floor.store.state.renderers?.map(({ kind }) => kind)).toEqual(['preview']);
  });
});

describe('a socket that says nothing of who it is', () => {
  it('is turned away at the default namespace, where nothing is served', async () => {
    const { origin } = await testEdge();
    const socket = io(origin, { transports: ['websocket'], forceNew: true, reconnection: false });
    onTestFinished(() => void socket.disconnect());
    await heard(socket, 'connect_error');
    expect(socket.connected).toBe(false);
  });
});
