import type { State } from '../../protocol/slices.js';
import type { Handler } from '../handler.js';
import { openLooks } from '../looks.js';
import { Refusal } from '../refusal.js';
import { takeAllOff } from './graphic.js';
import { putOn } from './program.js';

/** Puts the Holding look on, also in the middle of a transition, and takes graphics off; recording and stream go on. Absolute: twice is as once. */
export const safe: Handler<'show.safe'> = async (floor, command, actor) => {
  const { store, clock } = floor;
  const { obs, scenes } = store.state;
  if (scenes === undefined) throw new Refusal(obs?.link === 'not-responding' ? 'obs-hung' : 'obs-away');
  const holding = openLooks(store.state).find(({ isHolding }) => isHolding);
  if (holding === undefined) throw new Refusal('no-holding');
  if (!scenes.some(({ id }) => id === holding.scene.id)) throw new Refusal('holding-gone');
  const standing = store.state.safe ?? null;
  const backTo = before(store.state, holding.scene.id);
  await putOn(floor, command, actor, {
    sceneId: holding.scene.id,
    by: 'breakTo',
    undo: () => {
      if (standing === null) store.observe({ set: { safe: null } });
    },
  });
  // The way back is from before the first press, also of two at once; a disk that refuses must not cost it.
  const known = store.state.safe ?? standing;
  store.observe({
    set: {
      safe: {
        since: known?.since ?? clock.now(),
        backTo: known?.backTo ?? backTo,
        askedBy: known === null ? actor.deviceId : known.askedBy,
      },
    },
  });
  await takeAllOff(floor, command, actor);
};

/** Cuts back to what was on program before. Safe ends when OBS shows it. */
export const back: Handler<'show.back'> = async (floor, command, actor) => {
  const { safe: standing = null } = floor.store.state;
  const { sceneId } = command.expect;
  if (standing === null) throw new Refusal('not-safe');
  if (standing.backTo !== sceneId) throw new Refusal('changed');
  await putOn(floor, command, actor, { sceneId, by: 'breakTo', undo: () => undefined });
};

/** What was on program or going there; null when that was the Holding look already. */
function before({ program }: Readonly<Partial<State>>, holdingId: string): string | null {
  const wanted = [program?.goingTo?.sceneId, program?.sceneId];
  return wanted.find((sceneId) => sceneId != null && sceneId !== holdingId) ?? null;
}
