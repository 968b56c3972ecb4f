import type { Emit } from '../wire/subscriptions.js';
import { KINDS } from './kinds.js';
import type { Input, Source } from './sources.js';
import type { Timers } from './timers.js';

/** Twenty a second, as the real one. */
const PERIOD_MS = 50;
/** A tone of -18 dBFS, as ffmpeg's generator makes it. */
const TONE_PEAK = 0.125;

/** The level meters: they run while somebody listens, and tell only of inputs that show. */
export class Meters {
  #stop: (() => void) | null = null;

  constructor(
    private readonly shown: () => ReadonlySet<Source>,
    private readonly timers: Timers,
    private readonly emit: Emit,
  ) {}

  setWanted(isWanted: boolean): void {
    if (isWanted === (this.#stop !== null)) return;
    this.#stop?.();
    this.#stop = isWanted ? this.timers.every(PERIOD_MS, () => this.#tell()) : null;
  }

  #tell(): void {
    const inputs = [...this.shown()].filter(isHeard);
    this.emit('InputVolumeMeters', {
      inputs: inputs.map((input) => ({
        inputName: input.name,
        inputUuid: input.uuid,
        inputLevelsMul: levels(input),
      })),
    });
  }
}

function isHeard(source: Source): source is Input {
  return source.type === 'input' && KINDS[source.kind]?.hasAudio === true;
}

/** Two channels of RMS, peak, and the peak before fader and mute; linear. A media input without a tone has none. */
function levels(input: Input): number[][] {
  if (!String(input.settings['input']).startsWith('sine')) return [];
  const peak = input.isMuted ? 0 : TONE_PEAK * input.volume;
  const channel = [peak * Math.SQRT1_2, peak, TONE_PEAK];
  return [channel, channel];
}
