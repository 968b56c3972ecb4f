import type { Emit } from '../wire/subscriptions.js';
import type { Timers } from './timers.js';

const TURN_MS = 40;

/** A virtual camera that nobody can look at. */
export class VirtualCamera {
  #isOn = false;

  constructor(
    private readonly timers: Timers,
    private readonly emit: Emit,
  ) {}

  get isOn(): boolean {
    return this.#isOn;
  }

  turn(isOn: boolean): void {
    this.timers.after(TURN_MS, () => {
      if (isOn === this.#isOn) return;
      this.#isOn = isOn;
      this.emit('VirtualcamStateChanged', {
        outputActive: isOn,
        outputState: `OBS_WEBSOCKET_OUTPUT_${isOn ? 'STARTED' : 'STOPPED'}`,
      });
    });
  }
}
