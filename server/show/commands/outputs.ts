import { randomUUID } from 'node:crypto';
import type { Resume, State } from '../../protocol/slices.js';
import { wordingOf } from '../../protocol/texts.js';
import type { Actor } from '../actor.js';
import type { Floor, Handler } from '../handler.js';
import { itemsOf } from '../items.js';
import { Refusal } from '../refusal.js';
import { mute } from '../sound/muting.js';
import { openThoughHeld } from '../sound/strips.js';
import { cut } from './program.js';
import { begin } from './record.js';
import { goLive } from './stream.js';

/**
 * Brings back what the offer names: the scene first, so that neither stream nor recording begins with another. Somebody
 * may leave it while a part is under way: what was not begun by then is not.
 */
export const resume: Handler<'outputs.resume'> = async (floor, command, actor) => {
  const { offerId } = command.expect;
  const parts = partsOf(floor, offered(floor, offerId), command, actor);
  const refusals: Refusal[] = [];
  for (const part of parts) {
    try {
      offered(floor, offerId);
      await part();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.push(error);
    }
  }
  const [first] = refusals;
  if (first === undefined) return;
  if (refusals.length === parts.length) throw first;
  throw new Refusal('resumed-in-part', { why: wordingOf(first.code, first.params) });
};

/** Leaves it: what is off stays off, and is not wanted any more. */
export const decline: Handler<'outputs.decline'> = (floor, command) => {
  const { record, stream } = offered(floor, command.expect.offerId);
  const { outputsWanted } = floor.store.state;
  if (outputsWanted === undefined) return;
  floor.store.commit({
    set: {
      outputsWanted: {
        ...outputsWanted,
        record: record ? null : outputsWanted.record,
        stream: stream ? null : outputsWanted.stream,
      },
    },
  });
};

function offered({ store }: Floor, offerId: string): Resume {
  const offer = store.state.resume ?? null;
  if (offer === null) throw new Refusal('nothing-to-resume');
  if (offer.offerId !== offerId) throw new Refusal('changed');
  return offer;
}

function partsOf(
  floor: Floor,
  { sceneId, stream, record }: Resume,
  command: { id: string; name: string; issuedAt: number },
  actor: Actor,
): (() => Promise<void> | void)[] {
  const isRehearsal = floor.store.state.mode?.mode === 'rehearsal';
  return [
    ...(sceneId === null
      ? []
      : [
          () =>
            cut(floor, { ...command, name: 'program.cut', params: { sceneId }, expect: undefined }, actor),
        ]),
    ...(record ? [() => begin(floor, command, actor, interruptedTake(floor.store.state))] : []),
    ...(stream && !isRehearsal ? [() => goLiveMuted(floor, command, actor)] : []),
  ];
}

/** No stream comes back with a mic open that a hand had muted. @throws Refusal, and then it does not */
async function goLiveMuted(
  floor: Floor,
  command: { id: string; name: string; issuedAt: number },
  actor: Actor,
): Promise<void> {
  for (const { id: inputId } of openThoughHeld(floor.store.state)) {
    await mute(floor, {
      inputId,
      isMuted: true,
      commandId: randomUUID(),
      deviceId: actor.deviceId,
      askedAt: command.issuedAt,
      undo: () => undefined,
    });
  }
  await goLive(floor, command, actor);
}

/** The first part of what the last end cut short. */
function interruptedTake(state: Readonly<Partial<State>>): string | null {
  const [last] = itemsOf(state, 'take')
    .filter((take) => take.state === 'interrupted')
    .sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0));
  return last === undefined ? null : (last.partOf ?? last.id);
}
