import type { Namespace } from 'socket.io';
import { watchSchema, type DeskToServer, type Reply, type ServerToDesk } from '../protocol/events.js';
import { SLICES } from '../protocol/slices.js';
import { wordingOf } from '../protocol/texts.js';
import { DESK_ROLES, type Role } from '../protocol/codes.js';
import type { Actor } from '../show/actor.js';
import type { Clock } from '../show/clock.js';
import type { Log } from '../show/log.js';
import { addressOf } from './credential.js';
import { admission, type Admitted, type Door } from './handshake.js';
import type { Presence } from './presence.js';
import { roomOf, roomOfDevice } from './room.js';
import { TokenBucket } from './tokenBucket.js';
import type { Views } from './views.js';
import type { Watching } from './watching.js';

type None = Record<string, never>;
export type DeskNamespace = Namespace<DeskToServer, ServerToDesk, None, Admitted>;

const TAPS = { burst: 40, perSecond: 20 };
const TOO_FAST: Reply = { ok: false, code: 'too-fast', params: {}, message: wordingOf('too-fast', {}) };

/** The crew's namespace: a snapshot and patches out, commands in, each with one reply. */
export function serveDesk(
  desk: DeskNamespace,
  floor: Door & {
    clock: Clock;
    views: Views;
    watching: Watching;
    presence: Presence;
    heard: (deviceId: string, address: string) => void;
    log: Log;
    dispatch: (actor: Actor, raw: unknown) => Promise<Reply>;
  },
): void {
  desk.use(admission(floor, DESK_ROLES));

  desk.on('connection', (socket) => {
    const { actor } = socket.data;
    const taps = new TokenBucket(floor.clock, TAPS);
    floor.presence.came(socket.id, actor);
    floor.heard(actor.deviceId, addressOf(socket.request));
    // Before it joins: a patch of what changed earlier in this tick is for the others, and would come too soon here.
    const snapshot = floor.views.snapshot(actor);
    void socket.join([roomOf(actor.role), roomOfDevice(actor.deviceId)]);
    socket.emit('snapshot', snapshot);
    // What comes over a wire may be anything, whatever the types say.
    socket.on('clock', (answer: unknown) => {
      if (typeof answer === 'function' && taps.take(1)) answer(floor.clock.now());
    });
    socket.on('command', (raw: unknown, answer: unknown) => {
      if (typeof answer !== 'function') return;
      if (!taps.take(1)) return void answer(TOO_FAST);
      floor.dispatch(actor, raw).then(
        (reply) => void answer(reply),
        (error: unknown) => floor.log('error', 'A command got no reply.', error),
      );
    });
    socket.on('watch', (raw: unknown) => {
      const watch = watchSchema.safeParse(raw);
      // Who may not see what is on program may not see its picture either.
      const readers: readonly Role[] = SLICES.program.readers;
      if (watch.success && readers.includes(actor.role) && taps.take(1))
        floor.watching.set(socket.id, watch.data);
    });
    socket.on('disconnect', () => {
      floor.watching.forget(socket.id);
      floor.presence.left(socket.id);
      floor.heard(actor.deviceId, addressOf(socket.request));
    });
  });
}
