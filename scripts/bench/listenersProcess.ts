import { io, type Socket } from 'socket.io-client';
import type { DeskToServer, ServerToDesk, Watch } from '../../server/protocol/events.js';
import { handshake } from './desk.js';

// A process of its own: so many panels that look at what flows, and count what they are told when they are asked.
const [server = '', secrets = '[]', watch = '{}'] = process.argv.slice(2);
// Our own bench wrote both; the server judges them once more.
const tokens = JSON.parse(secrets) as string[];
const looksAt = JSON.parse(watch) as Watch;
let levels = 0;
let pictures = 0;

function look(token: string): Promise<void> {
  const socket: Socket<ServerToDesk, DeskToServer> = io(`${server}/desk`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: handshake(token),
  });
  socket.on('levels', () => levels++);
  socket.on('picture', () => pictures++);
  return new Promise((resolve, reject) => {
    socket.once('connect_error', reject).once('connect', () => {
      socket.emit('watch', looksAt);
      resolve();
    });
  });
}

for (const token of tokens) await look(token);
process.on('message', () => process.send?.({ levels, pictures }));
process.send?.('ready');
