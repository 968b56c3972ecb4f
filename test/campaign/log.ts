import type { CommandName } from '../../server/protocol/commands.js';
import type { Reply } from '../../server/protocol/events.js';
import { LAYERS } from '../../server/protocol/codes.js';
import type { State } from '../../server/protocol/slices.js';
import type { How, Tablet } from './tablet.js';

/** One command of a tablet, and what became of it. */
export interface Sent {
  by: Tablet;
  generation: number;
  frame: { id: string; name: CommandName; params: unknown; expect?: unknown; bootId: string };
  issuedAt?: number;
  how: How;
  /** On this machine's clock. */
  at: number;
  /** Times that it went out. */
  asked: number;
  replies: Reply[];
  /** Requests to OBS that were found to come of it. */
  caused: Set<string>;
}

/** A request that changes something came to OBS. */
export interface Arrival {
  type: string;
  /** On this machine's clock. */
  at: number;
  /** Takes that were on disk as open then; only of a StartRecord, null when the file could not be read. */
  takes: string[] | null;
}

/** All that was sent and seen in one run. */
export class Log {
  readonly sent: Sent[] = [];
  /** Oldest first. */
  readonly arrivals: Arrival[] = [];
  /** Instances that the server told tablets to be on air. */
  readonly seenOn = new Set<string>();
  /** Takes and marks that tablets were told of. */
  readonly kept = new Set<string>();
  /** The disk takes nothing: what is told now may be lost with the server. */
  isMemoryOnly = false;

  saw(state: Partial<State>): void {
    if (this.isMemoryOnly) return;
    for (const layer of LAYERS) {
      const reported = state[`reported:${layer}`];
      if (reported?.state === 'on' && reported.instanceId !== null) this.seenOn.add(reported.instanceId);
    }
    for (const key of Object.keys(state)) if (/^(take|mark):/.test(key)) this.kept.add(key);
  }

  /** Commands that may still be on their way, or still be answered. */
  open(): Sent[] {
    return this.sent.filter(({ replies, asked }) => replies.length < asked);
  }
}
