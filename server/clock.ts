import type { Clock } from './show/clock.js';

/** How far wall and monotonic time may drift apart before it counts as a step or a sleep, in ms. */
const STEP_MS = 250;
const CHECK_EVERY_MS = 1000;

/** The real clock: monotonic, anchored to the wall at start, anchored again after a step of the wall or a sleep. */
export class SystemClock implements Clock {
  #anchor = Date.now() - performance.now();
  #listeners = new Set<(byMs: number) => void>();
  #check: NodeJS.Timeout | undefined;

  start(): void {
    this.#check = setInterval(() => this.#compare(), CHECK_EVERY_MS);
    this.#check.unref();
  }

  stop(): void {
    clearInterval(this.#check);
  }

  now(): number {
    return Math.round(this.#anchor + performance.now());
  }

  after(ms: number, act: () => void): () => void {
    const timer = setTimeout(act, Math.max(0, ms));
    return () => clearTimeout(timer);
  }

  onStep(listener: (byMs: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #compare(): void {
    const byMs = Date.now() - this.now();
    if (Math.abs(byMs) < STEP_MS) return;
    this.#anchor = Date.now() - performance.now();
    for (const listener of this.#listeners) listener(byMs);
  }
}
