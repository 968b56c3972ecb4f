import { REPLY_TIMEOUT_MS, type RefusalCode } from '../../server/protocol/codes.js';
import type { CommandMessage, CommandName } from '../../server/protocol/commands.js';
import type { Reply } from '../../server/protocol/events.js';
import { wordingOf } from '../../server/protocol/texts.js';
import { openLive, type Live, type LiveOptions } from './live.js';
import { randomUuid } from './uuid.js';

/** What a command carries, by its name. */
export type Params<N extends CommandName> = CommandMessage<N>['params'];
/** What its sender saw; `undefined` for the absolute ones. */
export type Expect<N extends CommandName> = CommandMessage<N>['expect'];

/** A crew page's connection: everything of `Live`, and commands. */
export interface Desk {
  readonly live: Live<'/desk'>;
  /** Exactly one reply, always: the server's, or ours when there is no connection, no clock or no answer. */
  command<N extends CommandName>(name: N, params: Params<N>, expect: Expect<N>): Promise<Reply>;
  /** The same for a log command that happened so many ms ago, under an id that stays when it is sent again. */
  late<N extends CommandName>(id: string, name: N, params: Params<N>, ageMs: number): Promise<Reply>;
}

export function openDesk(options: Pick<LiveOptions<'/desk'>, 'build'>): Desk {
  const live = openLive({ ...options, namespace: '/desk', token: null });
  return {
    live,
    command: (name, params, expect) => send(live, randomUuid(), name, params, expect, 0),
    late: (id, name, params, ageMs) => send(live, id, name, params, undefined, ageMs),
  };
}

/** Never while disconnected, never later, never with a guessed time. */
async function send<N extends CommandName>(
  live: Live<'/desk'>,
  id: string,
  name: N,
  params: Params<N>,
  expect: Expect<N>,
  ageMs: number,
): Promise<Reply> {
  const { bootId } = live;
  if (bootId === null || !live.socket.connected) return refusal('not-connected');
  if (!live.isClockKnown()) return refusal('ahead');
  const frame = { id, name, params, bootId, issuedAt: live.now() - ageMs };
  // The union over all names cannot be built from a generic one; `Params` and `Expect` tied the three together above.
  const message = (expect === undefined ? frame : { ...frame, expect }) as CommandMessage;
  try {
    const answer: unknown = await live.socket.timeout(REPLY_TIMEOUT_MS).emitWithAck('command', message);
    // The server's own word, by the contract; socket.io's types lose it on the way through the generic name.
    const reply = answer as Reply;
    if (!reply.ok && reply.code === 'ahead') live.remeasure();
    return reply;
  } catch {
    // A timeout, or the connection went in between: either way nobody here knows whether it was done.
    return refusal('no-reply');
  }
}

function refusal(code: RefusalCode): Reply {
  return { ok: false, code, params: {}, message: wordingOf(code, {}) };
}
