import type { CommandMessage } from '../../server/protocol/commands.js';
import type { Reply } from '../../server/protocol/events.js';
import type { RefusalCode } from '../../server/protocol/codes.js';
import { randomUuid } from './uuid.js';

/** Commands that wait on the device while it is offline: they only note what happened. */
export type KeptName = 'mark.add';

export interface Kept {
  id: string;
  name: KeptName;
  params: CommandMessage<KeptName>['params'];
  /** When it happened, by the wall clock of the device: the age of it is what the server is told. */
  wallAt: number;
}

export interface OutboxOptions {
  storage: () => Storage;
  wall: () => number;
  /** False: nothing can be sent now. */
  isOpen: () => boolean;
  /** Sends it as something that happened so many ms ago. */
  send: (kept: Kept, ageMs: number) => Promise<Reply>;
  /** Runs `act` once after `ms`. */
  after: (ms: number, act: () => void) => void;
  changed: (waiting: readonly Kept[]) => void;
  /** The server will never have it, and why. */
  refused: (kept: Kept, reply: Reply) => void;
}

/** One key an item, so that two pages of a device never overwrite each other's. */
const PREFIX = 'showfloor.outbox.';
const AGAIN_MS = 3000;
/** These may yet become a yes; any other no is the last word. */
const PASSING: ReadonlySet<RefusalCode> = new Set([
  'no-reply',
  'not-connected',
  'not-saved',
  'too-fast',
  'internal',
  'ahead',
]);

/** What happened while nobody could be told: kept by the device, over a reload too, until the server has it. */
export class Outbox {
  readonly #options: OutboxOptions;
  #waiting: readonly Kept[];
  #isSending = false;
  /** After a no that may pass: whatever changes meanwhile is no reason to ask again. */
  #isResting = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#waiting = readAll(options.storage);
  }

  /** Oldest first. */
  get waiting(): readonly Kept[] {
    return this.#waiting;
  }

  /** It happened now. It is sent at once, or later. */
  add(name: KeptName, params: Kept['params']): Kept {
    const kept = { id: randomUuid(), name, params, wallAt: this.#options.wall() };
    keep(this.#options.storage, kept);
    this.#become([...this.#waiting, kept]);
    void this.deliver();
    return kept;
  }

  /** Sends what waits, one after the other, while the connection stands. */
  async deliver(): Promise<void> {
    if (this.#isSending || this.#isResting) return;
    this.#isSending = true;
    while (this.#options.isOpen()) {
      const [next] = this.#waiting;
      if (next === undefined) break;
      const reply = await this.#options.send(next, Math.max(0, this.#options.wall() - next.wallAt));
      if (!reply.ok && PASSING.has(reply.code)) {
        this.#rest();
        break;
      }
      forget(this.#options.storage, next);
      this.#become(this.#waiting.filter(({ id }) => id !== next.id));
      if (!reply.ok) this.#options.refused(next, reply);
    }
    this.#isSending = false;
  }

  #rest(): void {
    this.#isResting = true;
    this.#options.after(AGAIN_MS, () => {
      this.#isResting = false;
      void this.deliver();
    });
  }

  #become(waiting: readonly Kept[]): void {
    this.#waiting = waiting;
    this.#options.changed(waiting);
  }
}

function readAll(storage: () => Storage): Kept[] {
  try {
    const kept = storage();
    const keys = Array.from({ length: kept.length }, (_, at) => kept.key(at) ?? '');
    return keys
      .filter((key) => key.startsWith(PREFIX))
      .flatMap((key) => parsed(kept.getItem(key)) ?? [])
      .sort((a, b) => a.wallAt - b.wallAt);
  } catch {
    // A private window keeps nothing.
    return [];
  }
}

/** Null: not what `keep` wrote. */
function parsed(text: string | null): Kept | null {
  try {
    const kept: unknown = JSON.parse(text ?? '');
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isKept(it: unknown): it is Kept {
  if (typeof it !== 'object' || it === null) return false;
  const { id, name, params, wallAt } = it as Partial<Kept>;
  const hasParams = typeof params === 'object' && params !== null;
  return typeof id === 'string' && name === 'mark.add' && hasParams && typeof wallAt === 'number';
}

function keep(storage: () => Storage, kept: Kept): void {
  try {
    storage().setItem(PREFIX + kept.id, JSON.stringify(kept));
  } catch {
    // Storage is full or forbidden: it waits as long as the page is open.
  }
}

function forget(storage: () => Storage, { id }: Kept): void {
  try {
    storage().removeItem(PREFIX + id);
  } catch {
    // As above: nothing was kept.
  }
}
