import type { Airing } from '../../protocol/asRun.js';
import { LAYERS, type Layer } from '../../protocol/codes.js';
import type { Instance, State } from '../../protocol/slices.js';
import { openLooks } from '../looks.js';
import { wantedOn } from '../layers.js';

type Readable = Readonly<Partial<State>>;

/** Where something can be on air: one thing at a time. */
export type Place = 'program' | 'safe' | Layer;
export const PLACES: readonly Place[] = ['program', 'safe', ...LAYERS];

/** What is on air at a place: the scene or the instance; null for safe. */
export interface Sight {
  place: Place;
  subject: string | null;
}

/**
 * What is on air at a place by the word of OBS and of the renderers; null: nothing that anybody knows of. `answered` are
 * the layers of which a page that is there has said what it shows. Asked at every tap, so it looks at no more than it must.
 */
export function sightAt(state: Readable, place: Place, answered: ReadonlySet<Layer>): Sight | null {
  if (place === 'safe') return isSafe(state) ? { place, subject: null } : null;
  const subject = place === 'program' ? (state.program?.sceneId ?? null) : shownOn(state, place, answered);
  return subject === null ? null : { place, subject };
}

/** What the crew calls it, and where it is. `title` null: nobody knows any more what it says. */
export function wordsFor(
  state: Readable,
  { place, subject }: Sight,
): Pick<Airing, 'kind' | 'detail'> & { title: string | null } {
  if (place === 'safe') return { kind: 'safe', title: '', detail: '' };
  if (place === 'program') {
    const look = openLooks(state).find(({ scene }) => scene.id === subject);
    const scene = state.scenes?.find(({ id }) => id === subject)?.name ?? look?.scene.name ?? '';
    return { kind: 'program', title: look?.name ?? scene, detail: scene };
  }
  const { onAir, leaving } = wantedOn(state, place);
  const instance = [onAir, leaving].find((one) => one?.instanceId === subject) ?? null;
  return { kind: 'graphic', title: instance && namesOn(instance), detail: place };
}

/** Where a line belongs. */
export function placeOf({ kind, detail }: Pick<Airing, 'kind' | 'detail'>): Place {
  // A graphic's detail is its layer.
  return kind === 'graphic' ? (detail as Layer) : kind;
}

/** Asked for, and OBS shows it. */
function isSafe(state: Readable): boolean {
  if (state.safe == null) return false;
  const holding = openLooks(state).find(({ isHolding }) => isHolding);
  return holding !== undefined && state.program?.sceneId === holding.scene.id;
}

function shownOn(state: Readable, layer: Layer, answered: ReadonlySet<Layer>): string | null {
  const reported = answered.has(layer) ? state[`reported:${layer}`] : undefined;
  return reported?.state === 'on' ? reported.instanceId : null;
}

function namesOn({ data }: Instance): string {
  return data.people.map(({ name }) => name).join(', ');
}
