import type { Loss } from '../protocol/slices.js';
import type { Alerts } from './alerts.js';
import { idsGone, itemsOf } from './items.js';
import type { Store } from './store.js';

/** Says what of the show was lost until somebody has seen it, over restarts too. */
export class Losses {
  readonly #store: Store;
  readonly #alerts: Alerts;

  constructor(options: { store: Store; alerts: Alerts }) {
    this.#store = options.store;
    this.#alerts = options.alerts;
  }

  start(): void {
    for (const loss of itemsOf(this.#store.state, 'loss')) this.#say(loss);
    this.#store.subscribe((changes) => {
      for (const loss of itemsOf(changes.set, 'loss')) this.#say(loss);
      for (const id of idsGone(changes, 'loss')) this.#alerts.clear(`loss:${id}`);
    });
  }

  #say(loss: Loss): void {
    const subject = `loss:${loss.id}`;
    const { at } = loss;
    if (loss.what === 'entries')
      return this.#alerts.raise({ code: 'set-aside', params: { at, count: loss.count }, subject });
    if (loss.what === 'rewritten')
      return this.#alerts.raise({ code: 'show-file-rewritten', params: { at, aside: loss.aside }, subject });
    const params = { at, aside: loss.aside, backupAt: loss.backup?.at ?? null };
    this.#alerts.raise({ code: 'show-file-lost', params, subject });
  }
}
