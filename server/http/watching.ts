import type { Watch } from '../protocol/events.js';

const NOTHING: Watch = { program: false, sceneIds: [], statistics: false, levels: false };

/** What each page looks at, and what all of them together do. */
export class Watching {
  readonly #bySocket = new Map<string, Watch>();
  readonly #onChange: (watch: Watch) => void;

  constructor(onChange: (watch: Watch) => void) {
    this.#onChange = onChange;
  }

  set(socketId: string, watch: Watch): void {
    this.#bySocket.set(socketId, watch);
    this.#onChange(this.#all());
  }

  forget(socketId: string): void {
    if (this.#bySocket.delete(socketId)) this.#onChange(this.#all());
  }

  /** Sockets that look at something. */
  socketsWho(looks: (watch: Watch) => boolean): string[] {
    return [...this.#bySocket].filter(([, watch]) => looks(watch)).map(([socketId]) => socketId);
  }

  #all(): Watch {
    const watches = [NOTHING, ...this.#bySocket.values()];
    return {
      program: watches.some(({ program }) => program),
      sceneIds: [...new Set(watches.flatMap(({ sceneIds }) => sceneIds))],
      statistics: watches.some(({ statistics }) => statistics),
      levels: watches.some(({ levels }) => levels),
    };
  }
}
