import type { RecordOutput } from '../../protocol/slices.js';
import type { Floor, Handler } from '../handler.js';
import type { Expectation } from '../pending.js';
import { Refusal } from '../refusal.js';

/** OBS splits at the next key frame, which may be ten seconds away. */
const SPLIT_DEADLINE_MS = 15_000;

/** The recording that its sender saw running goes on in another file. */
export const split: Handler<'record.split'> = async (floor, command, actor) => {
  const { store, device, pending } = floor;
  const { path } = writing(floor, command.expect.takeId);
  if (store.state.abilities?.split === false) throw new Refusal('cannot-split');
  const expectation = {
    commandId: command.id,
    name: command.name,
    target: 'record-file',
    slot: 'record-file',
    deviceId: actor.deviceId,
    done: ({ record }) => record !== undefined && record.path !== null && record.path !== path,
    failed: ({ record }) => (record?.state === 'off' ? 'not-recording' : null),
    underWay: () => false,
    deadlineMs: SPLIT_DEADLINE_MS,
    lookAgain: () => device.lookAgain(),
    code: 'split-unconfirmed',
    undo: () => undefined,
  } satisfies Expectation;
  await pending.run(expectation, () => device.record.split(command.issuedAt));
};

/** Puts a chapter into the file. OBS's OK is all that is ever said of it. */
export const chapter: Handler<'record.chapter'> = async (floor, command) => {
  writing(floor, command.expect.takeId);
  if (floor.store.state.abilities?.chapter === false) throw new Refusal('cannot-chapter');
  await floor.device.record.chapter(command.params.name, command.issuedAt);
};

/** The recording, when it writes right now and is the one that the sender saw. */
function writing({ store }: Floor, takeId: string): RecordOutput {
  const { obs, record, currentTake } = store.state;
  if (record === undefined) throw new Refusal(obs?.link === 'not-responding' ? 'obs-hung' : 'obs-away');
  if (record.state !== 'on' && record.state !== 'paused') throw new Refusal('not-recording');
  if (currentTake?.takeId !== takeId) throw new Refusal('changed');
  if (record.state === 'paused') throw new Refusal('record-paused');
  return record;
}
