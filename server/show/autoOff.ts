import { randomUUID } from 'node:crypto';
import { HOUSE_DEVICE, type Layer } from '../protocol/codes.js';
import { leave } from './commands/graphic.js';
import type { Floor } from './handler.js';
import { wantedLayers } from './layers.js';
import { slice } from './store.js';

/** Who takes graphics off when their time is up. */
const HOUSE = { deviceId: HOUSE_DEVICE, role: 'producer' } as const;

/** Graphics that go off by themselves. Their time runs from the first `on` that a renderer reports; the deadline is kept. */
export class AutoOff {
  readonly #floor: Floor;
  readonly #timers = new Map<Layer, { offAt: number; cancel: () => void }>();

  constructor(floor: Floor) {
    this.#floor = floor;
  }

  start(): void {
    this.#floor.store.subscribe(() => this.#follow());
    this.#floor.clock.onStep(() => {
      for (const layer of [...this.#timers.keys()]) this.#cancel(layer);
      this.#follow();
    });
    this.#follow();
  }

  #follow(): void {
    const { store, clock } = this.#floor;
    for (const wanted of wantedLayers(store.state)) {
      const { layer, onAir } = wanted;
      const reported = store.state[`reported:${layer}`];
      const isOn = onAir !== null && reported?.instanceId === onAir.instanceId && reported.state === 'on';
      if (isOn && onAir.autoOffMs !== null && onAir.offAt === null) {
        const offAt = clock.now() + onAir.autoOffMs;
        store.observe({ set: slice(`wanted:${layer}`, { ...wanted, onAir: { ...onAir, offAt } }) });
        return;
      }
      this.#arm(layer, onAir?.offAt ?? null);
    }
  }

  #arm(layer: Layer, offAt: number | null): void {
    if (this.#timers.get(layer)?.offAt === offAt) return;
    this.#cancel(layer);
    if (offAt === null) return;
    const { clock } = this.#floor;
    const cancel = clock.after(offAt - clock.now(), () => {
      this.#timers.delete(layer);
      void leave(this.#floor, layer, { id: randomUUID(), name: 'graphic.hide' }, HOUSE);
    });
    this.#timers.set(layer, { offAt, cancel });
  }

  #cancel(layer: Layer): void {
    this.#timers.get(layer)?.cancel();
    this.#timers.delete(layer);
  }
}
