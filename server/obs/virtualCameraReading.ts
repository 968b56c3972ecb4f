import type { VirtualCamera } from '../protocol/slices.js';
import type { Clock } from '../show/clock.js';
import type { Ask } from './session.js';
import type { TopicReading } from './topicReading.js';
import type { News } from './translate/events.js';
import { readVirtualCamera } from './translate/outputs.js';

/** An output may say that it runs for a moment after its event, in ms. */
const AFTERGLOW_MS = 1000;
const LOOK_AGAIN_MS = 100;

/** The virtual camera: events say when to look. Where OBS has none, it has none until it is started anew. */
export class VirtualCameraReading implements TopicReading<VirtualCamera> {
  readonly #options: { clock: Clock; ask: Ask; lookIn: (ms: number) => void };
  #value: VirtualCamera = { state: 'absent' };
  #said: { isOn: boolean; at: number } | null = null;

  constructor(options: { clock: Clock; ask: Ask; lookIn: (ms: number) => void }) {
    this.#options = options;
  }

  get value(): VirtualCamera {
    return this.#value;
  }

  hear(news: News): boolean {
    if (news.about !== 'virtual-camera') return false;
    this.#said = { isOn: news.isOn, at: this.#options.clock.now() };
    return true;
  }

  async read(): Promise<void> {
    const { ask, clock, lookIn } = this.#options;
    const isOn = await readVirtualCamera(ask);
    this.#value = { state: isOn === null ? 'absent' : isOn ? 'on' : 'off' };
    const said = this.#said;
    const isUnclear = said !== null && said.isOn !== isOn && clock.now() - said.at < AFTERGLOW_MS;
    if (isUnclear) lookIn(LOOK_AGAIN_MS);
  }
}
