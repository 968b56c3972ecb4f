import type { ActionId } from './actions.js';
import { keepKeys, readKeys, type KeptKeys } from './keptKeys.js';
import { assigned, changesOf, mapOf, type KeyMap, type Slot } from './keyMap.js';
import { capOf, CLICKER, placeOf, shortcutOf } from './stroke.js';

/** The keys of this device: what each action has, and whether a presenter clicker is what presses them. */
export class Keys {
  readonly #storage: () => Storage;
  /** What had been kept could not be read: it is set aside, and the defaults hold. */
  readonly wasBad: boolean;
  #kept = $state.raw<KeptKeys>({ changes: {}, isClicker: false });
  readonly map: KeyMap = $derived(mapOf(this.#kept.changes));

  constructor(storage: () => Storage) {
    this.#storage = storage;
    const { kept, wasBad } = readKeys(storage);
    this.#kept = kept;
    this.wasBad = wasBad;
  }

  get isClicker(): boolean {
    return this.#kept.isClicker;
  }

  get isChanged(): boolean {
    return Object.keys(this.#kept.changes).length > 0;
  }

  /** The cap to show beside a button; null: it has no key. */
  capOf(action: ActionId): string | null {
    const [stroke] = this.#acting(action);
    return stroke === undefined ? null : capOf(stroke);
  }

  /** For `aria-keyshortcuts`. */
  shortcutsOf(actions: readonly ActionId[]): string | undefined {
    const strokes = actions.flatMap((action) => this.#acting(action));
    return strokes.length === 0 ? undefined : strokes.map(shortcutOf).join(' ');
  }

  /** Null takes the key away. Another action that had the stroke loses it. */
  assign(action: ActionId, slot: Slot, stroke: string | null): void {
    this.#keep({ ...this.#kept, changes: changesOf(assigned(this.map, action, slot, stroke)) });
  }

  reset(): void {
    this.#keep({ ...this.#kept, changes: {} });
  }

  useClicker(isClicker: boolean): void {
    this.#keep({ ...this.#kept, isClicker });
  }

  #acting(action: ActionId): readonly string[] {
    const strokes = this.map[action].filter((stroke) => stroke !== null);
    return this.isClicker ? strokes.filter((stroke) => CLICKER.has(placeOf(stroke))) : strokes;
  }

  #keep(kept: KeptKeys): void {
    this.#kept = kept;
    keepKeys(this.#storage, kept);
  }
}
