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
    underWay: isDialling,
    deadlineMs: START_DEADLINE_MS,
    lookAgain: () => device.lookAgain(),
    code: 'stream-unconfirmed',
    undo: () => undefined,
  } as const;
  await pending.run(expectation, () => device.stream.start(issuedAt));
}

/** Ends the stream that its sender saw live, or calls off the one that OBS dials for. */
export const stop: Handler<'stream.stop'> = async (floor, command, actor) => {
  const { store, device, pending } = floor;
  const { obs, stream, currentStream } = store.state;
  const { sessionId } = command.expect;
  if (stream === undefined) throw new Refusal(obs?.link === 'not-responding' ? 'obs-hung' : 'obs-away');
  if (stream.state === 'off') throw new Refusal('not-streaming');
  if ((currentStream?.sessionId ?? null) !== sessionId) throw new Refusal('changed');
  let wasDialling = false;
  const expectation = {
    commandId: command.id,
    name: command.name,
    target: 'stream',
    slot: 'stream',
    deviceId: actor.deviceId,
    done: (state: Readonly<Partial<State>>) => state.stream?.state === 'off',
    failed: () => null,
    underWay: (state: Readonly<Partial<State>>) => {
      // Once it is live it has the whole time to end.
      const isWaiting = wasDialling || isDialling(state);
      wasDialling = isDialling(state);
      return isWaiting;
    },
    deadlineMs: STOP_DEADLINE_MS,
    lookAgain: () => device.lookAgain(),
    code: 'stream-stop-unconfirmed',
    undo: () => undefined,
  } as const;
  await pending.run(expectation, () =>
    sessionId === null ? callOff(floor, command.issuedAt) : device.stream.stop(command.issuedAt),
  );
};

/**
 * OBS stops no stream that it only dials for. Then it is stopped in the moment in which it is live; where OBS gives up
 * before, or goes out of sight, there is nothing to stop any more.
 */
async function callOff({ store, clock, device }: Floor, askedAt: number): Promise<void> {
  try {
    await device.stream.stop(askedAt);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'not-streaming') throw error;
    const stopOnceLive = () => {
      if (isDialling(store.state)) return;
      end();
      // What OBS does not take then, the deadline says.
      if (isLive(store.state)) void device.stream.stop(clock.now()).catch(() => undefined);
    };
    const end = store.subscribe(stopOnceLive);
    stopOnceLive();
  }
}

function isLive({ stream }: Readonly<Partial<State>>): boolean {
  return stream?.state === 'on' || stream?.state === 'reconnecting';
}

function isDialling({ stream }: Readonly<Partial<State>>): boolean {
  return stream?.state === 'starting';
}

function isAsked({ pending }: Readonly<Partial<State>>): boolean {
  return pending?.some(({ target }) => target === 'stream') ?? false;
}
