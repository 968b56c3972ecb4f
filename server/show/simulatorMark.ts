import type { Store } from './store.js';

/** Every page says SIMULATOR while what answers as OBS says that it is none, also when somebody started it by hand. */
export class SimulatorMark {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  start(): void {
    this.#store.subscribe(({ set }) => {
      if ('obs' in set) this.#follow();
    });
  }

  /** While nobody answers it stays as it was: the last picture is still the simulator's. */
  #follow(): void {
    const { obs, booth } = this.#store.state;
    if (booth === undefined || obs?.version == null || obs.version.isSimulator === booth.simulator) return;
    this.#store.observe({ set: { booth: { ...booth, simulator: obs.version.isSimulator } } });
  }
}
