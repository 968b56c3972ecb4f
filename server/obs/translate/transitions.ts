import { z } from 'zod';
import type { Transition } from '../../protocol/slices.js';
import type { Ask } from '../session.js';
import type { ObsScene } from './events.js';
import { ready } from './reads.js';

const CUT = 'cut_transition';
/** Stingers do not say how long they are. */
const UNKNOWN_TRANSITION_MS = 1000;

const currentAnswer = z.object({ transitionName: z.string(), transitionDuration: z.number().nullable() });
const chosenAnswer = z.object({ currentSceneTransitionName: z.string() });
const listAnswer = z.object({
  transitions: z.array(
    z.object({ transitionName: z.string(), transitionKind: z.string(), transitionFixed: z.boolean() }),
  ),
});
const cursorAnswer = z.object({ transitionCursor: z.number() });
const overrideAnswer = z.object({
  transitionName: z.string().nullable(),
  transitionDuration: z.number().nullable(),
});

/** The transition that is chosen, and those that could be. */
export async function readTransition(ask: Ask): Promise<Transition> {
  const transitions = await readList(ask);
  const { transitionName, transitionDuration } = await readCurrent(ask);
  return {
    name: transitionName,
    durationMs: transitionDuration,
    choices: transitions.map((it) => ({ name: it.transitionName, isFixed: it.transitionFixed })),
  };
}

/** How long the transition of that name, running now, takes to reach `target`, in ms. */
export async function readTransitionMs(ask: Ask, name: string, target: ObsScene): Promise<number> {
  const isCut = (await readList(ask)).some((it) => it.transitionName === name && it.transitionKind === CUT);
  if (isCut) return 0;
  const current = await readCurrent(ask);
  if (current.transitionName === name) return current.transitionDuration ?? UNKNOWN_TRANSITION_MS;
  const override = ask('GetSceneSceneTransitionOverride', { sceneName: target.name });
  return overrideAnswer.parse(await ready(override)).transitionDuration ?? UNKNOWN_TRANSITION_MS;
}

/** What OBS calls its transition that takes no time; null where somebody took it away. */
export function cutIn(list: unknown): string | null {
  const { transitions } = listAnswer.parse(list);
  return transitions.find((it) => it.transitionKind === CUT)?.transitionName ?? null;
}

/** What OBS has chosen now. */
export function chosenIn(list: unknown): string {
  return chosenAnswer.parse(list).currentSceneTransitionName;
}

/** By OBS's own count: the chosen transition is not under way, its first frame included. */
export function isOver(cursor: unknown): boolean {
  return cursorAnswer.parse(cursor).transitionCursor >= 1;
}

/** By which transition a scene is come to whatever is chosen; null: by what is chosen. */
export function overrideIn(answer: unknown): { transitionName: string | null } {
  // A scene without one may be said to have an empty one.
  return { transitionName: overrideAnswer.parse(answer).transitionName || null };
}

async function readList(ask: Ask) {
  return listAnswer.parse(await ready(ask('GetSceneTransitionList', undefined))).transitions;
}

async function readCurrent(ask: Ask) {
  return currentAnswer.parse(await ready(ask('GetCurrentSceneTransition', undefined)));
}
