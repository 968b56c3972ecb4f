import { io } from 'socket.io-client';
import { handshake } from './desk.js';

// A process of its own: so many panels of the server, and as many clients of the floor, that listen and do nothing.
const [server = '', floor = '', count = '0'] = process.argv.slice(2);
const options = { transports: ['websocket'], forceNew: true, reconnection: false };

function connect(url: string, auth: object): Promise<void> {
  const socket = io(url, { ...options, auth });
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve).once('connect_error', reject);
  });
}

for (let client = 0; client < Number(count); client++) {
  await Promise.all([connect(`${server}/desk`, handshake()), connect(floor, {})]);
}
process.send?.('ready');
