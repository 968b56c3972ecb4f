import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import type { Express, RequestHandler } from 'express';
import type { AsRunLine } from '../protocol/asRun.js';
import type { Role } from '../protocol/codes.js';
import { READINGS } from '../protocol/codes/asRun.js';
import { wordingOf } from '../protocol/texts.js';
import type { AsRun } from '../show/asRun/asRun.js';
import { asRunCsv, localIso, rowOf } from './asRunCsv.js';
import { addressOf, secretIn } from './credential.js';
import type { Door } from './handshake.js';

export interface AsRunDoor {
  asRun: Pick<AsRun, 'newest' | 'pages'>;
  actorOf: Door['actorOf'];
  originIsOurs: (request: IncomingMessage) => boolean;
  now: () => number;
}

/** `GET /api/v1/as-run`: the newest lines, for the panel. `GET /api/v1/as-run.csv`: all of them, as a file. */
export function serveAsRun(app: Express, door: AsRunDoor): void {
  const { asRun, now } = door;
  app.get(READINGS.asRun.path, admitted(door, READINGS.asRun.roles), (_request, response) => {
    response.json({ lines: asRun.newest() });
  });
  app.get(READINGS.asRunFile.path, admitted(door, READINGS.asRunFile.roles), async (_request, response) => {
    response.attachment(`showfloor-as-run-${localIso(now()).slice(0, 10)}.csv`);
    try {
      await pipeline(Readable.from(rowsOf(() => asRun.pages())), asRunCsv(), response);
    } catch (error) {
      // Who asked went away before the end, which is theirs to do.
      if (!response.destroyed) throw error;
    }
  });
}

/** Lets those read whose role may: by the cookie of a page of ours, or a token. */
function admitted({ actorOf, originIsOurs }: AsRunDoor, roles: readonly Role[]): RequestHandler {
  return (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    const actor = actorOf(secretIn(request), addressOf(request));
    if (actor === null) {
      response
        .status(401)
        .set('WWW-Authenticate', 'Bearer')
        .type('text')
        .send('This device is not paired.\n');
    } else if (!roles.includes(actor.role) || !originIsOurs(request)) {
      response
        .status(403)
        .type('text')
        .send(`${wordingOf('forbidden', {})}\n`);
    } else next();
  };
}

/** Page by page: a log of a week must not hold up a tap. */
async function* rowsOf(pages: () => Iterable<AsRunLine[]>) {
  for (const page of pages()) {
    yield* page.map(rowOf);
    await setImmediate();
  }
}
