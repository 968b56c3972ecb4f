import { randomUUID } from 'node:crypto';
import type { RefusalCode } from '../protocol/codes.js';
import type { Alert, Params, PendingCommand, Trouble } from '../protocol/slices.js';
import type { Clock } from './clock.js';
import type { Changes } from './disk.js';
import { slice } from './store.js';

/** Lines that are kept; older ones go. */
const MOST = 100;
/** The same no to the same device within this is one finger that insists, in ms. */
const INSISTING_MS = 2000;

/** What a no says. */
interface Word {
  code: RefusalCode;
  params: Params;
}

/** The log of what went wrong: who got a no and to what, what came to nothing, what was raised. In memory only. */
export class Troubles {
  readonly #publish: (changes: Changes) => void;
  readonly #clock: Clock;
  /** Oldest first. */
  #lines: readonly Trouble[] = [];

  constructor(options: { clock: Clock; publish: (changes: Changes) => void }) {
    this.#publish = options.publish;
    this.#clock = options.clock;
  }

  /** A command was answered with a no. */
  refused(deviceId: string, command: string, { code, params }: Word): void {
    // A newer tap took its place, and that one speaks for both.
    if (code !== 'superseded') this.#add({ kind: 'refused', code, params, command, deviceId });
  }

  /** A command was accepted and came to nothing. */
  failed({ name, deviceId }: Pick<PendingCommand, 'name' | 'deviceId'>, { code, params }: Word): void {
    this.#add({ kind: 'failed', code, params, command: name, deviceId });
  }

  raised({ code, params }: Pick<Alert, 'code' | 'params'>): void {
    this.#add({ kind: 'alert', code, params, command: null, deviceId: null });
  }

  #add(line: Omit<Trouble, 'id' | 'at'>): void {
    const at = this.#clock.now();
    const last = this.#lines.findLast((one) => isAlike(one, line));
    if (last !== undefined && at - last.at < INSISTING_MS) return;
    const trouble = { ...line, id: randomUUID(), at };
    const lines = [...this.#lines, trouble];
    const gone = lines.slice(0, -MOST).map(({ id }) => `trouble:${id}` as const);
    this.#lines = lines.slice(-MOST);
    this.#publish({ set: slice(`trouble:${trouble.id}`, trouble), gone });
  }
}

function isAlike(a: Omit<Trouble, 'id' | 'at'>, b: Omit<Trouble, 'id' | 'at'>): boolean {
  return a.kind === b.kind && a.code === b.code && a.command === b.command && a.deviceId === b.deviceId;
}
