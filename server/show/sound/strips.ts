import type { SoundInput, State, Strips } from '../../protocol/slices.js';
import { slice, type Store } from '../store.js';
import { arrange } from './arrange.js';

/** Strips of the collection in use; null while OBS is out of sight. */
export function stripsNow(state: Readonly<Partial<State>>): Strips | null {
  const collection = state.obs?.collection ?? null;
  return collection === null ? null : (state[`strips:${collection}`] ?? null);
}

/** Muted by hand, so that no look opens it. */
export function isHeld(state: Readonly<Partial<State>>, inputId: string): boolean {
  return stripsNow(state)?.strips.some((strip) => strip.inputId === inputId && strip.isHeld) ?? false;
}

/** Inputs that a hand muted and that OBS has open: it came back so, and is not muted again yet. */
export function openThoughHeld(state: Readonly<Partial<State>>): readonly SoundInput[] {
  return state.sound?.filter(({ id, isMuted }) => !isMuted && isHeld(state, id)) ?? [];
}

/** Holds a mute, or lets go of it: a fact of the floor, which stays true when the disk refuses it. */
export function hold(store: Store, inputId: string, shouldHold: boolean): void {
  const now = stripsNow(store.state);
  if (now === null) return;
  const strips = now.strips.map((it) => (it.inputId === inputId ? { ...it, isHeld: shouldHold } : it));
  store.observe({ set: slice(`strips:${now.collection}`, { ...now, strips }) });
}

/** Keeps the strips in step with the inputs that sound in OBS. */
export class StripKeeper {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  start(): void {
    this.#store.subscribe(({ set }) => {
      if ('sound' in set || 'obs' in set) this.#follow();
    });
  }

  #follow(): void {
    const { obs, sound } = this.#store.state;
    const collection = obs?.collection ?? null;
    if (collection === null || sound === undefined) return;
    const key = `strips:${collection}` as const;
    this.#store.observe({ set: slice(key, arrange(this.#store.state[key], collection, sound)) });
  }
}
