/** Seconds on air to choose from; null stays until it is taken off. */
const AUTO_OFF_SECONDS = [8, 15, null, 5] as const;
export type AutoOffSeconds = (typeof AUTO_OFF_SECONDS)[number];

const KEY = 'showfloor.autoOff';

/** How long the names shown from this device stay; the device keeps it. */
export class AutoOff {
  readonly #storage: () => Storage;
  #seconds = $state.raw<AutoOffSeconds>(8);

  constructor(storage: () => Storage) {
    this.#storage = storage;
    this.#seconds = keptIn(storage);
  }

  get seconds(): AutoOffSeconds {
    return this.#seconds;
  }

  get ms(): number | null {
    return this.#seconds === null ? null : this.#seconds * 1000;
  }

  /** Round and round, so that one button does. */
  next(): void {
    const at = AUTO_OFF_SECONDS.indexOf(this.#seconds);
    this.#seconds = AUTO_OFF_SECONDS[(at + 1) % AUTO_OFF_SECONDS.length] ?? null;
    try {
      this.#storage().setItem(KEY, String(this.#seconds));
    } catch {
      // Storage is forbidden (private windows): the choice lasts as long as the page.
    }
  }
}

function keptIn(storage: () => Storage): AutoOffSeconds {
  try {
    const kept = storage().getItem(KEY);
    const [first] = AUTO_OFF_SECONDS;
    return AUTO_OFF_SECONDS.find((seconds) => String(seconds) === kept) ?? (kept === 'null' ? null : first);
  } catch {
    // As above.
    return AUTO_OFF_SECONDS[0];
  }
}
