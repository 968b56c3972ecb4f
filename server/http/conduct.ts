import type { Socket } from 'socket.io';
import type { WebSocket } from 'ws';
import type { Clock } from '../show/clock.js';
import type { Log } from '../show/log.js';
import { Pace } from './pace.js';
import { TokenBucket } from './tokenBucket.js';

/** A WebSocket as engine.io has it, below the doors and their names. */
type Line = Socket['conn'];

/** What one that has not said who it is may send: the doors, and an answer to a ping. */
const STRANGER = { burst: 10, perSecond: 1 };
/** What all pages of a device together may send. A page sends twenty a second at the most, an overlay fifty. */
const DEVICE = { burst: 600, perSecond: 300 };
/** A message counts as one, and as one more for every so many characters in it. */
const LONG = 1024;
/** Most that may wait behind what is being sent to one that does not read, in characters: an hour of patches. */
const MOST_WAITING = 2_000_000;
/** How long one that was hung up on may take to hear why, in ms. */
const GOODBYE_MS = 500;
/** WebSocket's own code for one that breaks the rules of the house; the reason beside it says which. */
const POLICY_VIOLATION = 1008;

/** What is said as the reason when a line is closed. */
type Offence = 'too-fast' | 'too-slow' | 'not-understood';

/**
 * How everybody behaves, whatever door they use and whatever they say there. Who sends more than people and pages can,
 * or does not read what it is sent, is hung up on, so that nobody else waits for it and it fills no memory.
 */
export class Conduct {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #devices: Pace;
  readonly #deviceOf = new WeakMap<Line, string>();
  readonly #doorsOf = new WeakMap<Line, number>();

  constructor({ clock, log }: { clock: Clock; log: Log }) {
    this.#clock = clock;
    this.#log = log;
    this.#devices = new Pace(clock, DEVICE);
  }

  watch(line: Line): void {
    const asStranger = new TokenBucket(this.#clock, STRANGER);
    const hear = (length: number) => {
      const deviceId = this.#deviceOf.get(line);
      const cost = 1 + Math.floor(length / LONG);
      const may = deviceId === undefined ? asStranger.take(cost) : this.#devices.take(deviceId, cost);
      if (!may) this.#hangUp(line, 'too-fast');
    };
    line.on('packet', ({ data }: { data?: unknown }) => {
      // No page sends anything but text, and what announces more of it would be kept until it came.
      if (data === undefined || typeof data === 'string') hear(data?.length ?? 0);
      else this.#hangUp(line, 'not-understood');
    });
    // WebSocket's own pings: the library answers them by itself, also to one that does not read.
    for (const sign of ['ping', 'pong'])
      wsOf(line)?.on(sign, () => {
        hear(0);
        if (line.request.socket.writableLength > MOST_WAITING) this.#hangUp(line, 'too-slow');
      });
    let waiting = 0;
    line.on('packetCreate', ({ data }: { data?: unknown }) => {
      // Without this one: a snapshot may be as long as it likes.
      if (waiting > MOST_WAITING) this.#hangUp(line, 'too-slow');
      waiting += typeof data === 'string' ? data.length : Buffer.isBuffer(data) ? data.byteLength : 0;
    });
    // All of it went on to the WebSocket, which takes the next only when it was sent.
    line.on('drain', () => {
      waiting = 0;
    });
  }

  /** It was let in by a door. One that leaves its last door has nothing to do here any more. */
  letIn(socket: Pick<Socket, 'conn' | 'on'>, deviceId: string): void {
    const { conn: line } = socket;
    this.#deviceOf.set(line, deviceId);
    this.#doorsOf.set(line, this.#doors(line) + 1);
    socket.on('disconnect', () => {
      this.#doorsOf.set(line, this.#doors(line) - 1);
      if (this.#doors(line) === 0) line.close();
    });
  }

  #doors(line: Line): number {
    return this.#doorsOf.get(line) ?? 0;
  }

  #hangUp(line: Line, offence: Offence): void {
    if (line.readyState !== 'open') return;
    const whose = this.#deviceOf.get(line) ?? 'a stranger';
    this.#log('warn', `Hung up on ${whose} at ${line.remoteAddress}: ${offence}.`);
    const { socket } = line.request;
    wsOf(line)?.close(POLICY_VIOLATION, offence);
    // Discards what waits.
    line.close(true);
    setTimeout(() => socket.destroy(), GOODBYE_MS).unref();
  }
}

/** What carries it: engine.io keeps it on the request that opened it, and says so in no public type. */
function wsOf(line: Line): WebSocket | undefined {
  return (line.request as { websocket?: WebSocket }).websocket;
}
