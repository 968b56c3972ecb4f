import { readFileSync } from 'node:fs';
import { io } from 'socket.io-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PROTOCOL_VERSION } from '../../server/protocol/codes.js';
import type { You } from '../../server/protocol/events.js';
import { BuiltServer } from '../fixtures/builtServer.js';
import { tool } from './tool.js';

/** `npm run token`. */
async function askToken(args: string[]): Promise<{ code: unknown; said: string; token: string }> {
  const { code, said, printed } = await tool('token', args);
  return { code, said, token: printed.trim() };
}

function aServer(): BuiltServer {
  const server = new BuiltServer(['--obs', 'ws://127.0.0.1:1'], {});
  onTestFinished(() => server.dispose());
  return server;
}

/** Who a program is that shows this token; rejects when it is not let in. */
function whoIs(url: string, token: string): Promise<You> {
  // What the build itself wrote.
  const { build } = JSON.parse(readFileSync('dist/build.json', 'utf8')) as { build: string };
  const socket = io(`${url}/desk`, {
    transports: ['websocket'],
    reconnection: false,
    auth: { protocol: PROTOCOL_VERSION, build },
    extraHeaders: { authorization: `Bearer ${token}` },
  });
  onTestFinished(() => void socket.disconnect());
  return new Promise((resolve, reject) => {
    socket.once('snapshot', ({ you }: { you: You }) => resolve(you)).once('connect_error', reject);
  });
}

describe('a token from the terminal', () => {
  it('lets a program in while the server runs, as what was asked for', async () => {
    const server = aServer();
    await server.start();
    const { code, token } = await askToken([
      '--role',
      'host',
      '--name',
      'Stream Deck',
      '--data',
      server.data,
    ]);
    expect(code).toBe(0);
    expect((await whoIs(server.url, token)).role).toBe('host');
    await expect(whoIs(server.url, 'x'.repeat(43))).rejects.toThrow('unpaired');
  });

  it('is made where no server runs, for the next one', async () => {
    const server = aServer();
    const { code, token } = await askToken(['--role', 'producer', '--name', 'Pedal', '--data', server.data]);
    expect(code).toBe(0);
    await server.start();
    expect((await whoIs(server.url, token)).role).toBe('producer');
  });

  it.each([
    [['--name', 'Pedal'], '--role'],
    [['--role', 'king', '--name', 'Pedal'], '--role'],
    [['--role', 'host'], '--name'],
    [['--role', 'host', '--name', ' '], '--name'],
  ])('is refused with 2 and a sentence for %j', async (args, option) => {
    const { code, said, token } = await askToken(args);
    expect(code).toBe(2);
    expect(said).toMatch(/^[^\n]+\.\n$/);
    expect(said).toContain(option);
    expect(token).toBe('');
  });
});
