import { randomUUID } from 'node:crypto';
import type { CommandName } from '../../server/protocol/commands.js';
import type { Reply } from '../../server/protocol/events.js';
import type { Act } from './acts.js';
import { Client } from './client.js';
import type { Log, Sent } from './log.js';
import type { Credential } from './credentials.js';
import type { Server } from './server.js';

/** How a command travels. */
export type How = 'once' | 'twice' | 'late' | 'other-boot' | 'swapped';

/** Older than any live command may be, in ms. */
const LATE_MS = 3000;
/** The server knows a command again for 10 s; this leaves the way to it. */
const KNOWN_AGAIN_MS = 8000;

/** A tablet of the crew: what is tapped goes out now or not at all. */
export class Tablet extends Client {
  #log: Log | null = null;

  static async open(
    name: string,
    server: Server,
    credential: Credential,
    log: Log,
    complain: (what: string) => void,
  ): Promise<Tablet> {
    const tablet = new Tablet(name, '/desk', await Client.wayTo(server, credential), complain);
    tablet.#log = log;
    tablet.open();
    return tablet;
  }

  /** Sends it, unless this tablet may not send now. */
  tap(name: CommandName, acts: readonly Act[], how: How): void {
    const [first, second] = acts;
    if (!this.isReady || first === undefined) return;
    const sent = this.#frame(name, first, how);
    if (how === 'swapped' && second !== undefined) this.#emit(this.#frame(name, second, how), 50);
    this.#emit(sent, how === 'late' ? LATE_MS : 0);
    if (how === 'twice') this.#emit(sent, 0);
  }

  /** A packet of the last seconds comes once more, after newer ones; `n` picks it. */
  echo(n: number): void {
    const now = Date.now();
    const known = (this.#log?.sent ?? []).filter(
      ({ by, how, at, frame }) =>
        by === this &&
        how !== 'other-boot' &&
        now - at < KNOWN_AGAIN_MS &&
        frame.bootId === this.patches.bootId,
    );
    const sent = known[n % Math.max(known.length, 1)];
    if (this.isReady && sent !== undefined) this.#emit(sent, 0);
  }

  protected override followed(): void {
    this.#log?.saw(this.state);
  }

  #frame(name: CommandName, { params, expect }: Act, how: How): Sent {
    const bootId = how === 'other-boot' ? randomUUID() : (this.patches.bootId ?? '');
    const sent: Sent = {
      by: this,
      generation: this.generation,
      frame: { id: randomUUID(), name, params, ...(expect !== undefined && { expect }), bootId },
      how,
      at: Date.now(),
      asked: 0,
      replies: [],
      caused: new Set(),
    };
    this.#log?.sent.push(sent);
    return sent;
  }

  #emit(sent: Sent, ageMs: number): void {
    sent.asked += 1;
    const issuedAt = (sent.issuedAt ??= this.now() - ageMs);
    // socket.io hands over what the server answered.
    this.socket.emit('command', { ...sent.frame, issuedAt }, (reply: unknown) =>
      sent.replies.push(reply as Reply),
    );
  }
}
