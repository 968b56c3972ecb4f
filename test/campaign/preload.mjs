/** Loaded into the server before its own code (`--import`): lets a campaign set its clock and end it at a chosen write. */
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { isMainThread } from 'node:worker_threads';
import Database from 'libsql';

/** @typedef {{stepMs?: number, writesLeft?: number}} Wish */

const control = process.env['CAMPAIGN_CONTROL'];
if (isMainThread && control !== undefined) {
  let shiftMs = 0;
  let writesLeft = Infinity;
  const { now } = Date;
  Date.now = () => now() + shiftMs;

  const beforeWrite = () => {
    writesLeft -= 1;
    if (writesLeft <= 0) process.kill(process.pid, 'SIGKILL');
  };
  const probe = new Database(':memory:');
  const statement = /** @type {Database.Statement} */ (Object.getPrototypeOf(probe.prepare('SELECT 1')));
  probe.close();
  for (const [owner, name] of /** @type {const} */ ([
    [Database.prototype, 'exec'],
    [statement, 'run'],
  ])) {
    const made = /** @type {(...args: unknown[]) => unknown} */ (Reflect.get(owner, name));
    /** @this {unknown} @param {unknown[]} args */
    const counted = function counted(...args) {
      beforeWrite();
      return made.apply(this, args);
    };
    Reflect.set(owner, name, counted);
  }

  rmSync(control, { force: true });
  createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => {
      const wish = /** @type {Wish} */ (JSON.parse(String(data)));
      shiftMs += wish.stepMs ?? 0;
      writesLeft = wish.writesLeft ?? writesLeft;
      socket.end('done');
    });
  })
    .listen(control)
    .unref();
}
