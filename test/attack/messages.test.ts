import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import type { Reply } from '../../server/protocol/events.js';
import { heard, testEdge, type DeskClient } from '../fixtures/edge.js';
import { hungUpOn, line, lineThrough, said, SOON, textOf } from './stranger.js';

/** An edge with OBS, and a producer who goes on working whatever somebody else does. */
async function atWork() {
  const edge = await testEdge();
  edge.floor.obsComes();
  const crew = edge.desk();
  await heard(crew, 'snapshot');
  return { ...edge, crew, works: () => worksFor(edge.floor, crew) };
}

/** The producer's next tap is answered and comes to OBS. */
async function worksFor(floor: Awaited<ReturnType<typeof testEdge>>['floor'], crew: DeskClient) {
  const cuts = () => floor.device.asked.filter((what) => what === 'program.cut scene-close').length;
  const before = cuts();
  const cut = floor.envelope('program.cut', { sceneId: 'scene-close' });
  const reply: Reply = await crew.timeout(2000).emitWithAck('command', cut);
  expect(reply).toEqual({ ok: true });
  expect(cuts()).toBe(before + 1);
}

/** Ten thousand at once, as fast as the socket takes them. */
function flood(socket: WebSocket, message: (index: number) => string): void {
  for (let index = 0; index < 10_000; index++) socket.send(message(index));
}

describe('ten thousand messages at once', () => {
  it('of a paired panel are answered as too fast, then it is hung up on, and the crew works on', async () => {
    const { floor, origin, pairing, page, works } = await atWork();
    const { secret } = pairing.token('host', 'Flooding');
    const socket = await lineThrough(origin, '/desk', { ...page, token: secret });
    const replies: string[] = [];
    socket.on('message', (data) => replies.push(textOf(data)));
    const end = hungUpOn(socket);
    const mute = { name: 'sound.mute', params: { inputId: 'mic', isMuted: true }, bootId: floor.bootId };
    flood(socket, (index) => {
      const command = { ...mute, id: randomUUID(), issuedAt: floor.clock.now() };
      return `42/desk,${index}${JSON.stringify(['command', command])}`;
    });
    await works();
    expect(await end).toEqual({ code: 1008, reason: 'too-fast' });
    expect(replies.some((reply) => reply.includes('"code":"too-fast"'))).toBe(true);
    expect(floor.device.asked.filter((what) => what.startsWith('sound')).length).toBeLessThanOrEqual(40);
    await works();
  });

  it('of an overlay end with it, and what is on air is as it was', async () => {
    const { floor, origin, pairing, page, works } = await atWork();
    const { secret } = pairing.token('overlay', 'Flooding');
    const socket = await lineThrough(origin, '/overlay', { ...page, token: secret });
    const end = hungUpOn(socket);
    const report = { layer: 'lower-third', instanceId: randomUUID(), state: 'on', step: null, at: 0 };
    flood(socket, () => `42/overlay,${JSON.stringify(['renderer.report', report])}`);
    expect(await end).toEqual({ code: 1008, reason: 'too-fast' });
    expect(floor.store.state['reported:lower-third']).toBeUndefined();
    await works();
  });

  it.each([
    ['with no name that is known', '42/desk,["no.such"]'],
    ['that answer what was not asked', '43/desk,99999999999999999999[{}]'],
    ['that answer no ping', '3'],
    ['that make no sense to socket.io', '49'],
  ])('%s end with the page that sends them', async (_, message) => {
    const { origin, pairing, page, works } = await atWork();
    const { secret } = pairing.token('viewer', 'Flooding');
    const socket = await lineThrough(origin, '/desk', { ...page, token: secret });
    const end = hungUpOn(socket);
    flood(socket, () => message);
    await end;
    await works();
  });

  it('that are pings of WebSocket itself end with the one that sends them', async () => {
    const { origin, pairing, page, works } = await atWork();
    const { secret } = pairing.token('viewer', 'Flooding');
    const socket = await lineThrough(origin, '/desk', { ...page, token: secret });
    const end = hungUpOn(socket);
    for (let index = 0; index < 10_000; index++) socket.ping();
    expect(await end).toEqual({ code: 1008, reason: 'too-fast' });
    await works();
  });

  it('by twenty pages of one device are counted as one device’s', async () => {
    const { origin, pairing, page, works } = await atWork();
    const auth = { ...page, token: pairing.token('viewer', 'Flooding').secret };
    const sockets = await Promise.all(Array.from({ length: 20 }, () => lineThrough(origin, '/desk', auth)));
    const reasons: string[] = [];
    for (const socket of sockets) socket.once('close', (_, reason) => reasons.push(reason.toString()));
    for (let index = 0; index < 100; index++)
      for (const socket of sockets) socket.send('42/desk,["no.such"]');
    // Six hundred are free, so that six of them may stay.
    await expect.poll(() => reasons.length, SOON).toBeGreaterThanOrEqual(14);
    expect(new Set(reasons)).toEqual(new Set(['too-fast']));
    await works();
  });
});

describe('a message of a megabyte', () => {
  it.each(['/desk', '/overlay'] as const)('at %s ends with who sent it', async (door) => {
    const { origin, pairing, page, works } = await atWork();
    const role = door === '/desk' ? 'producer' : 'overlay';
    const socket = await lineThrough(origin, door, { ...page, token: pairing.token(role, 'Big').secret });
    const end = hungUpOn(socket);
    socket.send(`42${door},${JSON.stringify(['command', 'x'.repeat(1_000_000)])}`);
    expect((await end).code).toBe(1009);
    await works();
  });
});

describe('what is no text', () => {
  it.each([
    ['a message of bytes', [Buffer.from([0, 1, 2])]],
    [
      'an attachment that was announced',
      ['451-/desk,["command",{"_placeholder":true,"num":0}]', Buffer.alloc(9)],
    ],
  ])('as %s ends with who sent it', async (_, messages) => {
    const { origin, handshake, works } = await atWork();
    const socket = await lineThrough(origin, '/desk', handshake);
    const end = hungUpOn(socket);
    for (const message of messages) socket.send(message);
    expect(await end).toEqual({ code: 1008, reason: 'not-understood' });
    await works();
  });
});

describe('a socket that nobody knows', () => {
  it.each([
    ['at doors that there are not', (index: number) => `40/door-${index},{}`],
    ['at the desk with another name of it', () => '40/desk?x=1,{}'],
    ['at the desk without a word', () => '40/desk,'],
    ['at nothing at all', () => '40'],
  ])('that knocks without end %s is hung up on', async (_, knock) => {
    const { origin, works } = await atWork();
    const socket = await line(origin);
    const end = hungUpOn(socket);
    for (let index = 0; index < 100; index++) socket.send(knock(index));
    await end;
    await works();
  });

  it.each([
    'null',
    '[]',
    '"x"',
    '7',
    'true',
    '{"token":{}}',
    '{"__proto__":{"token":"x"}}',
    '{"token":null}',
    '{',
  ])('and shows %s for a secret stays out', async (auth) => {
    const { floor, origin, works } = await atWork();
    const here = floor.store.state.here;
    const socket = await line(origin);
    const end = hungUpOn(socket);
    socket.send(`40/desk,${auth}`);
    socket.send('42/desk,["command",{}]');
    await end;
    expect(floor.store.state.here).toEqual(here);
    await works();
  });
});

describe('a device', () => {
  it('that knocks many times in one breath is let in once, and told everything once', async () => {
    const { floor, origin, pairing, page } = await atWork();
    const { secret, device } = pairing.token('viewer', 'Knocking');
    const socket = await line(origin);
    const answers: string[] = [];
    socket.on('message', (data) => answers.push(textOf(data).slice(0, 8)));
    const auth = JSON.stringify({ ...page, token: secret });
    for (let index = 0; index < 9; index++) socket.send(`40/desk,${auth}`);
    await expect.poll(() => answers.filter((answer) => answer === '44/desk,').length, SOON).toBe(8);
    expect(answers.filter((answer) => answer === '42/desk,')).toHaveLength(1);
    expect(floor.store.state.here?.filter(({ deviceId }) => deviceId === device.id)).toHaveLength(1);
  });

  it('that leaves its door is hung up on, and does not stay as nobody', async () => {
    const { origin, handshake } = await atWork();
    const socket = await lineThrough(origin, '/desk', handshake);
    const end = hungUpOn(socket);
    socket.send('41/desk,');
    await end;
  });

  it('that comes and goes without end is told so, and others come in', async () => {
    const { origin, desk, pairing, page, works } = await atWork();
    const auth = JSON.stringify({ ...page, token: pairing.token('viewer', 'Restless').secret });
    const answers: string[] = [];
    for (let round = 0; round < 70; round++) {
      const socket = await line(origin);
      const answer = Promise.race([said(socket, '40/desk'), said(socket, '44/desk')]);
      socket.send(`40/desk,${auth}`);
      answers.push((await answer).slice(0, 2));
      socket.terminate();
    }
    expect(answers.filter((answer) => answer === '40')).toHaveLength(60);
    await heard(desk(), 'snapshot');
    await works();
  });
});

it('an answer to what was asked under a name of every object is a no, and no object has more names', async () => {
  const { floor, crew } = await atWork();
  const before = floor.store.state;
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const command = JSON.parse(
      `{"id":"${randomUUID()}","name":"${name}","params":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}},"bootId":"${floor.bootId}","issuedAt":${floor.clock.now()}}`,
    ) as Parameters<typeof crew.emit<'command'>>[1];
    expect(await crew.timeout(2000).emitWithAck('command', command)).toMatchObject({ ok: false });
  }
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect(floor.store.state).toBe(before);
});
