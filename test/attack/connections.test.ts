import type { Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { heard, testEdge } from '../fixtures/edge.js';
import { answerTo, heardUntilClosed, line, requestLines, SOON, wire } from './stranger.js';

const healthOf = async (origin: string): Promise<number> => (await fetch(`${origin}/healthz`)).status;

/** Goes on saying this, a little at a time. */
function drip(socket: Socket, text: string): void {
  const dripping = setInterval(() => socket.write(text), 200);
  onTestFinished(() => clearInterval(dripping));
}

describe('five hundred that connect', () => {
  it('and say nothing, or say it slowly, keep nobody out, and are let go after some seconds', async () => {
    const { origin, desk } = await testEdge();
    const idle = Array.from({ length: 500 }, () => wire(origin));
    const ends = idle.map(heardUntilClosed);
    await Promise.all(idle.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));

    const [slowLines, slowCode] = [wire(origin), wire(origin)];
    const told = [slowLines, slowCode].map(heardUntilClosed);
    slowLines.write(requestLines(origin, 'GET / HTTP/1.1'));
    drip(slowLines, 'X-More: 1\r\n');
    const lines = ['POST /pair HTTP/1.1', 'Content-Type: application/json', 'Content-Length: 900'];
    slowCode.write(`${requestLines(origin, ...lines)}\r\n`);
    drip(slowCode, ' ');

    await heard(desk(), 'snapshot');
    expect(await healthOf(origin)).toBe(200);
    for (const answer of await Promise.all(told)) expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    await Promise.all(ends);
    await heard(desk(), 'snapshot');
  });

  it('by WebSocket and say nothing keep nobody out, and are let go after some seconds', async () => {
    const { origin, desk } = await testEdge();
    const idle = await Promise.all(Array.from({ length: 500 }, () => line(origin)));
    await heard(desk(), 'snapshot');
    expect(await healthOf(origin)).toBe(200);
    await expect.poll(() => idle.every(({ readyState }) => readyState === 3), SOON).toBe(true);
  });
});

describe('one that asks', () => {
  it('and reads no answer holds up nobody', async () => {
    const { origin, desk } = await testEdge();
    for (let index = 0; index < 50; index++) {
      const socket = wire(origin);
      socket.pause();
      socket.write(`${requestLines(origin, 'GET / HTTP/1.1')}\r\n`.repeat(20));
    }
    expect(await healthOf(origin)).toBe(200);
    await heard(desk(), 'snapshot');
  });

  it('without end is told that it is too much, and a paired device is served meanwhile', async () => {
    const { origin, tablet, desk } = await testEdge();
    const asked = `${requestLines(origin, 'GET /healthz HTTP/1.1')}\r\n`.repeat(2100);
    expect(await answerTo(origin, asked)).toContain('HTTP/1.1 429 Too Many Requests');
    expect(await healthOf(origin)).toBe(429);
    const headers = { cookie: `showfloor=${tablet.secret}` };
    expect((await fetch(`${origin}/`, { headers })).status).toBe(200);
    await heard(desk(undefined, { ...headers, origin }), 'snapshot');
  });
});
