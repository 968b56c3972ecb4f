import type { StillVideo } from './stillVideo.js';

/** What is known of the screen: somebody keeps it awake, or nobody does. */
export type AwakeState = 'awake' | 'may-sleep';

/** The browser's own way, which exists only over https and on this computer. */
export interface WakeLocks {
  request(type: 'screen'): Promise<Pick<WakeLockSentinel, 'released' | 'addEventListener'>>;
}

/**
 * Keeps the screen of this device from going dark: by the browser's wake lock where there is one, else by a film of
 * nothing. Both need a tap first in most browsers, and both are lost when the page is out of sight.
 */
export class Awake {
  readonly #locks: WakeLocks | null;
  readonly #video: Pick<StillVideo, 'isPlaying' | 'play' | 'stop'>;
  #state = $state.raw<AwakeState>('may-sleep');
  #isAsking = false;

  constructor(options: { locks: WakeLocks | null; video: Pick<StillVideo, 'isPlaying' | 'play' | 'stop'> }) {
    this.#locks = options.locks;
    this.#video = options.video;
  }

  get state(): AwakeState {
    return this.#state;
  }

  /** From the first tap or key on, and again whenever the page is back in sight, until the answer is called. */
  start(): () => void {
    // Some browsers want no tap for their own lock; a film without one is a warning in the console.
    if (this.#locks !== null) void this.hold();
    const end = new AbortController();
    const { signal } = end;
    addEventListener('click', () => void this.hold(), { signal });
    addEventListener('keydown', () => void this.hold(), { signal });
    document.addEventListener('visibilitychange', () => void this.#seen(), { signal });
    signal.addEventListener('abort', () => this.#video.stop());
    return () => end.abort();
  }

  /** Asks once; nothing to do while it is held. */
  async hold(): Promise<void> {
    if (this.#isAsking || this.#state === 'awake') return;
    this.#isAsking = true;
    try {
      await (this.#locks === null ? this.#play() : this.#lock(this.#locks));
    } catch {
      // A low battery, a browser that wants a tap first, or one that never will: the chip says that it may sleep.
      this.#state = 'may-sleep';
    } finally {
      this.#isAsking = false;
    }
  }

  async #lock(locks: WakeLocks): Promise<void> {
    const held = await locks.request('screen');
    held.addEventListener('release', () => (this.#state = 'may-sleep'));
    this.#state = held.released ? 'may-sleep' : 'awake';
  }

  async #play(): Promise<void> {
    await this.#video.play();
    this.#state = this.#video.isPlaying ? 'awake' : 'may-sleep';
  }

  /** Browsers take the lock from a page that nobody sees, and may pause its film. */
  async #seen(): Promise<void> {
    if (document.hidden) return;
    if (this.#locks === null && !this.#video.isPlaying) this.#state = 'may-sleep';
    await this.hold();
  }
}
