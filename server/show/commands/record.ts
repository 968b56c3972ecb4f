import type { RefusalCode } from '../../protocol/codes.js';
import type { CommandOf } from '../../protocol/commands.js';
import type { State, Take } from '../../protocol/slices.js';
import type { Actor } from '../actor.js';
import type { Floor, Handler } from '../handler.js';
import { newTake } from '../newTake.js';
import { Refusal } from '../refusal.js';
import { slice } from '../store.js';
import { takeName } from '../takeName.js';

/** OBS says STARTED within 50 ms when it does; where it never will, nothing else tells. */
const START_DEADLINE_MS = 4000;
/** STOPPED follows the encoder's backlog: up to 2 s measured on a loaded machine. */
const STOP_DEADLINE_MS = 10_000;
/** OBS pauses at the next frame when it does. */
const PAUSE_DEADLINE_MS = 3000;
/** OBS 29 may never end a recording that was paused before its first frames were written. */
const PAUSABLE_AFTER_MS = 2000;

/** Starts a recording. The take is on disk, flushed, before OBS is asked; checks never stand in its way. */
export const start: Handler<'record.start'> = (floor, command, actor) => begin(floor, command, actor, null);

/** The same for whoever else starts one. `partOf` is the take that it goes on with, or null. */
export async function begin(
  floor: Floor,
  command: { id: string; name: string; issuedAt: number },
  actor: Actor,
  partOf: string | null,
): Promise<void> {
  const { store, clock, device, pending } = floor;
  const { obs, record, currentTake } = store.state;
  // Out of sight it may well be recording: a start would only spoil what is known of the take that runs.
  if (record === undefined) throw new Refusal(obs?.link === 'not-responding' ? 'obs-hung' : 'obs-away');
  const isClosing = record.state === 'stopping';
  if (isClosing) throw new Refusal('obs-refused', { reason: 'the last recording is still being closed' });
  const isStarting =
    currentTake?.takeId != null && store.state[`take:${currentTake.takeId}`]?.state === 'starting';
  if (isStarting || record.state !== 'off') throw new Refusal('already-recording');
  const named = takeName(store.state, clock.now());
  const take: Take = {
    ...newTake(store.state, {
      kind: 'obs',
      origin: 'panel',
      startAskedBy: actor.deviceId,
      createdAt: clock.now(),
    }),
    named,
    partOf,
  };
  const asked = async () => {
    // A disk that refuses must not cost the recording: it is remembered in memory, and said.
    store.observe(
      { set: { ...slice(`take:${take.id}`, take), currentTake: { takeId: take.id } } },
      { flush: true },
    );
    await device.record.start(named.file, command.issuedAt);
  };
  const fail = () => abandon(floor, take.id);
  const expectation = {
    commandId: command.id,
    name: command.name,
    target: 'record',
    slot: 'record',
    deviceId: actor.deviceId,
    done: isRecording,
    failed: () => null,
    underWay: () => false,
    deadlineMs: START_DEADLINE_MS,
    lookAgain: () => device.lookAgain(),
    code: 'record-unconfirmed',
    undo: fail,
  } as const;
  await pending.run(expectation, asked).catch((error: unknown) => {
    fail();
    throw error;
  });
}

/** Stops the recording that its sender saw running. That it was asked for is on disk: an end is then no accident. */
export const stop: Handler<'record.stop'> = async (floor, command, actor) => {
  const { store, device, pending } = floor;
  const { takeId } = command.expect;
  const { record, currentTake } = store.state;
  if (record?.state === 'off') throw new Refusal('not-recording');
  if (currentTake !== undefined && currentTake.takeId !== takeId) throw new Refusal('changed');
  const goesOn = () => stopping(floor, takeId, null);
  const expectation = {
    commandId: command.id,
    name: command.name,
    target: 'record',
    slot: 'record',
    deviceId: actor.deviceId,
    done: (state: Readonly<Partial<State>>) => state.record?.state === 'off',
    failed: () => null,
    underWay: (state: Readonly<Partial<State>>) => state.record?.state === 'stopping',
    deadlineMs: STOP_DEADLINE_MS,
    lookAgain: () => device.lookAgain(),
    code: 'stop-unconfirmed',
    // Out of sight nobody can tell: what OBS shows when it is back decides.
    undo: () => store.state.record !== undefined && goesOn(),
  } as const;
  const asked = async () => {
    stopping(floor, takeId, actor.deviceId);
    await device.record.stop(command.issuedAt);
  };
  await pending.run(expectation, asked).catch((error: unknown) => {
    goesOn();
    throw error;
  });
};

/** Pauses the recording that its sender saw running. */
export const pause: Handler<'record.pause'> = (floor, command, actor) => {
  const { state, startedAt } = floor.store.state.record ?? {};
  const isYoung = startedAt != null && floor.clock.now() - startedAt < PAUSABLE_AFTER_MS;
  if (state === 'on' && isYoung) throw new Refusal('just-started');
  return turn(floor, command, actor, { to: 'paused', code: 'pause-unconfirmed', already: 'already-paused' });
};

/** Goes on with it. */
export const resume: Handler<'record.resume'> = (floor, command, actor) =>
  turn(floor, command, actor, { to: 'on', code: 'unpause-unconfirmed', already: 'not-paused' });

async function turn(
  { store, device, pending }: Floor,
  command: CommandOf<'record.pause'> | CommandOf<'record.resume'>,
  actor: Actor,
  { to, code, already }: { to: 'paused' | 'on'; code: RefusalCode; already: RefusalCode },
): Promise<void> {
  const { obs, record, currentTake } = store.state;
  if (record === undefined) throw new Refusal(obs?.link === 'not-responding' ? 'obs-hung' : 'obs-away');
  if (record.state !== 'on' && record.state !== 'paused') throw new Refusal('not-recording');
  if (currentTake?.takeId !== command.expect.takeId) throw new Refusal('changed');
  if (record.state === to) throw new Refusal(already);
  const expectation = {
    commandId: command.id,
    name: command.name,
    // Its own: a recording that is being paused can still be stopped, and a stop is still waited for.
    target: 'record-pause',
    slot: 'record-pause',
    deviceId: actor.deviceId,
    // One that ended meanwhile is nothing to wait for.
    done: ({ record: now }: Readonly<Partial<State>>) => now?.state === to || now?.state === 'off',
    failed: () => null,
    underWay: () => false,
    deadlineMs: PAUSE_DEADLINE_MS,
    lookAgain: () => device.lookAgain(),
    code,
    undo: () => undefined,
  } as const;
  const asked = () =>
    to === 'paused' ? device.record.pause(command.issuedAt) : device.record.resume(command.issuedAt);
  await pending.run(expectation, asked);
}

/** The take waits for its end, which that device asked for; null: it goes on after all. */
function stopping({ store }: Floor, takeId: string, stopAskedBy: string | null): void {
  const take = store.state[`take:${takeId}`];
  const [from, to] =
    stopAskedBy === null ? (['stopping', 'recording'] as const) : (['recording', 'stopping'] as const);
  if (take?.state !== from) return;
  store.observe({ set: slice(`take:${takeId}`, { ...take, state: to, stopAskedBy }) }, { flush: true });
}

function isRecording(state: Readonly<Partial<State>>): boolean {
  return state.record?.state === 'on' || state.record?.state === 'paused';
}

/** The take never came to be. Its row stays, for the ledger. */
function abandon({ store, clock }: Floor, takeId: string): void {
  const take = store.state[`take:${takeId}`];
  if (take?.state !== 'starting') return;
  const isCurrent = store.state.currentTake?.takeId === takeId;
  const failed: Take = { ...take, state: 'failed', endedAt: clock.now() };
  store.observe(
    { set: { ...slice(`take:${takeId}`, failed), ...(isCurrent && { currentTake: { takeId: null } }) } },
    { flush: true },
  );
}
