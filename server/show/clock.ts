/** The one time of the house: monotonic, anchored to the wall, so that a step of the wall never runs time backwards. */
export interface Clock {
  /** Milliseconds since 1970; never goes back except by a re-anchoring, which `onStep` announces. */
  now(): number;
  /** Runs `act` once after `ms`; the answer cancels it. Cancelling twice, or after it ran, does nothing. */
  after(ms: number, act: () => void): () => void;
  /** Called when the wall stepped or the machine slept, after re-anchoring, by how much; the answer unsubscribes. */
  onStep(listener: (byMs: number) => void): () => void;
}
