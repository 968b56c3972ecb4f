import { SETTLE_MS } from '../../server/protocol/codes.js';
import type { Live } from '../live/live.js';

/** How long a device is seen that somebody looks for, in ms. */
const FLASH_MS = 4000;

/**
 * A flash over the whole of this device, by which somebody finds it. A tap that was under way when it came still goes
 * where it was aimed; a later one ends it and does nothing else, as nobody saw what it would have hit.
 */
export class Flash {
  readonly #live: Pick<Live<'/desk'>, 'socket'>;
  #name = $state.raw<string | null>(null);
  #takesTaps = $state.raw(false);
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(live: Pick<Live<'/desk'>, 'socket'>) {
    this.#live = live;
  }

  /** Of this device, while it is looked for. */
  get name(): string | null {
    return this.#name;
  }

  get takesTaps(): boolean {
    return this.#takesTaps;
  }

  /** Follows the connection until the answer is called. */
  start(): () => void {
    const { socket } = this.#live;
    const flash = ({ name }: { name: string }) => this.#begin(name);
    socket.on('flash', flash);
    return () => {
      socket.off('flash', flash);
      this.end();
    };
  }

  end(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
    this.#name = null;
    this.#takesTaps = false;
  }

  #begin(name: string): void {
    this.end();
    this.#name = name;
    this.#timers = [
      setTimeout(() => (this.#takesTaps = true), SETTLE_MS),
      setTimeout(() => this.end(), FLASH_MS),
    ];
  }
}
