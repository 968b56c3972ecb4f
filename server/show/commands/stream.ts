import type { State } from '../../protocol/slices.js';
import type { Actor } from '../actor.js';
import type { Floor, Handler } from '../handler.js';
import { Refusal } from '../refusal.js';

/** OBS says STARTED within 0.3 s on a good line; while it dials it says so, and is waited for. */
const START_DEADLINE_MS = 5000;
/** OBS sends what it holds first. On a congested line that never ends, and a second stop is needed. */
const STOP_DEADLINE_MS = 8000;

/** Goes live. Refused in rehearsal; nothing else stands in its way. */
export const start: Handler<'stream.start'> = (floor, command, actor) => goLive(floor, command, actor);

/** The same for whoever else starts the stream. */
export async function goLive(
  { store, device, pending }: Floor,
  { id, name, issuedAt }: { id: string; name: string; issuedAt: number },
  actor: Actor,
): Promise<void> {
  const { obs, stream, mode } = store.state;
  if (stream === undefined) throw new Refusal(obs?.link === 'not-responding' ? 'obs-hung' : 'obs-away');
  if (mode?.mode === 'rehearsal') throw new Refusal('in-rehearsal');
  if (stream.state === 'stopping') {
    throw new Refusal('obs-refused', { reason: 'the last stream is still being closed' });
  }
  if (stream.state !== 'off' || isAsked(store.state)) throw new Refusal('already-streaming');
  let wasStarting = false;
  const expectation = {
    commandId: id,
    name,
    target: 'stream',
    slot: 'stream',
    deviceId: actor.deviceId,
    done: isLive,
    failed: (state: Readonly<Partial<State>>) => {
      // OBS accepts a start to a server that is not there, and a moment later it is off again.
      const failed = wasStarting && state.stream?.state === 'off';
      wasStarting ||= state.stream?.state === 'starting';
      return failed ? 'stream-unconfirmed' : null;
    },
    underWay: (state: Readonly<Partial<State>>) => state.stream?.state === 'starting',
    deadlineMs: START_DEADLINE_MS,
    lookAgain: () => device.lookAgain(),
    code: 'stream-unconfirmed',
    undo: () => undefined,
  } as const;
  await pending.run(expectation, () => device.stream.start(issuedAt));
}

/** Ends the stream that its sender saw live. */
export const stop: Handler<'stream.stop'> = async ({ store, device, pending }, command, actor) => {
  const { obs, stream, currentStream } = store.state;
  if (stream === undefined) throw new Refusal(obs?.link === 'not-responding' ? 'obs-hung' : 'obs-away');
  if (stream.state === 'off' || stream.state === 'starting') throw new Refusal('not-streaming');
  if (currentStream?.sessionId !== command.expect.sessionId) throw new Refusal('changed');
  const expectation = {
    commandId: command.id,
    name: command.name,
    target: 'stream',
    slot: 'stream',
    deviceId: actor.deviceId,
    done: (state: Readonly<Partial<State>>) => state.stream?.state === 'off',
    failed: () => null,
    underWay: () => false,
    deadlineMs: STOP_DEADLINE_MS,
    lookAgain: () => device.lookAgain(),
    code: 'stream-stop-unconfirmed',
    undo: () => undefined,
  } as const;
  await pending.run(expectation, () => device.stream.stop(command.issuedAt));
};

function isLive({ stream }: Readonly<Partial<State>>): boolean {
  return stream?.state === 'on' || stream?.state === 'reconnecting';
}

function isAsked({ pending }: Readonly<Partial<State>>): boolean {
  return pending?.some(({ target }) => target === 'stream') ?? false;
}
