import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { Server } from 'socket.io';

// A process of its own: the least that can start, take a tap and show a text in a page, by the libraries that we use.
const PAGE = `<!doctype html>
<title>Floor</title>
<body><p></p></body>
<script src="/socket.io/socket.io.min.js"></script>
<script>
  io({ transports: ['websocket'] }).on('text', (text) => (document.querySelector('p').textContent = text));
</script>`;

const app = express();
const server = createServer(app);
const sockets = new Server(server);
app.get('/', (_request, response) => void response.type('html').send(PAGE));
app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
sockets.on('connection', (socket) => {
  socket.on('tap', (text: string, answer: (reply: { ok: true }) => void) => {
    sockets.emit('text', text);
    answer({ ok: true });
  });
});
server.listen(0, '127.0.0.1', () => {
  // A TCP server that listens has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  console.log(`http://127.0.0.1:${port}/`);
});
