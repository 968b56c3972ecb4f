import type { RefusalCode } from '../../protocol/codes.js';
import type { CommandOf } from '../../protocol/commands.js';
import type { Replay } from '../../protocol/slices.js';
import type { Actor } from '../actor.js';
import type { Floor, Handler } from '../handler.js';
import type { Expectation } from '../pending.js';
import { newTake } from '../newTake.js';
import { Refusal } from '../refusal.js';
import { slice } from '../store.js';

const TURN_DEADLINE_MS = 4000;
/** It is muxed from memory to the disk: a minute took OBS under a second. */
const SAVE_DEADLINE_MS = 10_000;
/** What is busy then. */
const SAVE = 'replay-save';

/** From here on OBS keeps the last minute in its memory. */
export const start: Handler<'replay.start'> = (floor, command, actor) => turn(floor, command, actor, 'on');

/** What it kept is forgotten; what was saved stays. */
export const stop: Handler<'replay.stop'> = (floor, command, actor) => turn(floor, command, actor, 'off');

/** Makes a file of the last minute. Its take is there from the tap on, and knows its file when OBS says it. */
export const save: Handler<'replay.save'> = async (floor, command, actor) => {
  const { store, clock, device, pending } = floor;
  const { state, saved } = present(floor);
  if (state !== 'on') throw new Refusal('replay-off');
  // OBS makes one file of two saves: a second take would wait for the file of the next minute.
  if (store.state.pending?.some(({ target }) => target === SAVE)) throw new Refusal('replay-saving');
  const take = newTake(store.state, {
    kind: 'replay',
    origin: 'panel',
    startAskedBy: actor.deviceId,
    createdAt: clock.now(),
  });
  const fail = () => {
    const open = store.state[`take:${take.id}`];
    if (open?.state !== 'starting') return;
    store.observe({ set: slice(`take:${take.id}`, { ...open, state: 'failed', endedAt: clock.now() }) });
  };
  const expectation = {
    ...common(floor, command, actor),
    target: SAVE,
    slot: SAVE,
    done: ({ replay }) => replay?.saved != null && replay.saved !== saved,
    deadlineMs: SAVE_DEADLINE_MS,
    code: 'replay-not-saved',
    undo: fail,
  } satisfies Expectation;
  const asked = async () => {
    // As with a recording: a disk that refuses must not cost the minute.
    store.observe({ set: slice(`take:${take.id}`, take) }, { flush: true });
    await device.replay.save(command.issuedAt);
  };
  await pending.run(expectation, asked).catch((error: unknown) => {
    fail();
    throw error;
  });
};

async function turn(
  floor: Floor,
  command: CommandOf<'replay.start'> | CommandOf<'replay.stop'>,
  actor: Actor,
  to: 'on' | 'off',
): Promise<void> {
  const { device, pending } = floor;
  const { state } = present(floor);
  const already: RefusalCode = to === 'on' ? 'replay-on' : 'replay-off';
  if (state === to) throw new Refusal(already);
  const expectation = {
    ...common(floor, command, actor),
    target: 'replay',
    slot: 'replay',
    done: ({ replay }) => replay?.state === to,
    deadlineMs: TURN_DEADLINE_MS,
    code: 'replay-unconfirmed',
    undo: () => undefined,
  } satisfies Expectation;
  const asked = () =>
    to === 'on' ? device.replay.start(command.issuedAt) : device.replay.stop(command.issuedAt);
  await pending.run(expectation, asked);
}

function common(
  { device }: Floor,
  { id, name }: Pick<CommandOf<'replay.save'>, 'id'> & { name: string },
  { deviceId }: Actor,
) {
  return {
    commandId: id,
    name,
    deviceId,
    failed: ({ replay }: { replay?: Replay }) => (replay?.state === 'absent' ? 'replay-absent' : null),
    underWay: () => false,
    lookAgain: () => device.lookAgain(),
  } as const;
}

/** The replay buffer as OBS has it set up. */
function present({ store }: Floor): Replay {
  const { obs, replay } = store.state;
  if (replay === undefined) throw new Refusal(obs?.link === 'not-responding' ? 'obs-hung' : 'obs-away');
  if (replay.state === 'absent') throw new Refusal('replay-absent');
  return replay;
}
