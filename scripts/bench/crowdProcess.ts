import { io } from 'socket.io-client';
import { handshake } from './desk.js';

// A process of its own: so many panels of the server, and as many clients of the floor, that listen and do nothing.
const [server = '', floor = '', secrets = '[]'] = process.argv.slice(2);
// Our own bench wrote it; the server judges it once more.
const tokens = JSON.parse(secrets) as string[];
const options = { transports: ['websocket'], forceNew: true, reconnection: false };

function connect(url: string, auth: object): Promise<void> {
  const socket = io(url, { ...options, auth });
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve).once('connect_error', reject);
  });
}

for (const token of tokens) {
  await Promise.all([connect(`${server}/desk`, handshake(token)), connect(floor, {})]);
}
process.send?.('ready');
