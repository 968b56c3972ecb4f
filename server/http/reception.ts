import type { IncomingMessage } from 'node:http';
import type { Server } from 'node:net';
import type { Clock } from '../show/clock.js';
import { Callers } from './callers.js';
import { addressOf, secretIn } from './credential.js';
import type { Door } from './handshake.js';
import { isLoopback } from './loopback.js';
import { Pace } from './pace.js';
import { placeOf } from './place.js';

/** How often a device may ask for a page or a file, or open a socket; a page is some forty files. */
const DEVICE = { burst: 1000, perSecond: 100 };
/** The same for all at one place that show no secret: pages that pair, overlays in OBS on another computer. */
const PLACE = { burst: 400, perSecond: 20 };
/** And on this computer, where OBS loads its overlays. */
const HERE = { burst: 2000, perSecond: 200 };

/** Who comes with a request, how many connections they may have open, and how often they may ask. */
export class Reception {
  readonly #actorOf: Door['actorOf'];
  readonly #callers = new Callers();
  readonly #devices: Pace;
  readonly #places: Pace;
  readonly #here: Pace;

  constructor({ clock, actorOf }: { clock: Clock; actorOf: Door['actorOf'] }) {
    this.#actorOf = actorOf;
    this.#devices = new Pace(clock, DEVICE);
    this.#places = new Pace(clock, PLACE);
    this.#here = new Pace(clock, HERE);
  }

  watch(server: Server): void {
    this.#callers.watch(server);
  }

  /** Each request, before anything is done for it. */
  mayAsk(request: IncomingMessage): boolean {
    const address = addressOf(request);
    const actor = this.#actorOf(secretIn(request), address);
    if (actor === null) return (isLoopback(address) ? this.#here : this.#places).take(placeOf(address), 1);
    this.letIn(request, actor.deviceId);
    return this.#devices.take(actor.deviceId, 1);
  }

  /** A connection turned out to be a paired device's. */
  letIn(request: IncomingMessage, deviceId: string): void {
    this.#callers.isOf(request, deviceId);
  }
}
