import { join } from 'node:path';
import type { Clock } from '../show/clock.js';
import type { Log } from '../show/log.js';
import type { Store } from '../show/store.js';
import type { Authority } from './authority.js';
import { PairFile } from './pairFile.js';
import type { Pair } from './x509.js';

/** How often a certificate is looked at that has nothing wrong with its names, in ms: it may run out in a long show. */
const LOOK_EVERY_MS = 3_600_000;

interface Options {
  authority: Authority;
  /** Where it is kept from one start to the next. */
  folder: string;
  host: string;
  /** What this server is reached by now, names and addresses. */
  names: () => string[];
  clock: Clock;
  log: Log;
}

/** What this server shows of itself, signed by its own authority, and renewed when it has other addresses. */
export class LocalCertificate {
  readonly #options: Options;
  readonly #file: PairFile;
  #pair: Pair | null = null;
  #show: (pair: Pair) => void = () => undefined;
  /** One renewal after the other. */
  #turn: Promise<void> = Promise.resolve();
  #isStopped = false;
  #cancel = () => undefined as void;

  constructor(options: Options) {
    this.#options = options;
    this.#file = new PairFile(join(options.folder, 'server.pem'));
  }

  /** What to show now: what was kept, or a new one where that does not fit. */
  async open(): Promise<Pair> {
    this.#pair = this.#kept();
    return this.#fits(this.#pair) ? this.#pair : this.#renew();
  }

  /** Shows another one as soon as the venue gives out other addresses, and before it runs out. */
  start(store: Store, show: (pair: Pair) => void): void {
    this.#show = show;
    store.subscribe(({ set }) => {
      if ('addresses' in set) this.#look();
    });
    this.#lookLater();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel();
  }

  #lookLater(): void {
    this.#cancel = this.#options.clock.after(LOOK_EVERY_MS, () => {
      this.#look();
      this.#lookLater();
    });
  }

  #look(): void {
    this.#turn = this.#turn.then(async () => {
      if (this.#isStopped || this.#fits(this.#pair)) return;
      try {
        this.#show(await this.#renew());
      } catch (error) {
        this.#options.log(
          'error',
          'The certificate was not renewed: devices may warn of the old one.',
          error,
        );
      }
    });
  }

  #fits(pair: Pair | null): pair is Pair {
    const { authority, names, clock } = this.#options;
    return pair !== null && authority.fits(pair, names(), clock.now());
  }

  async #renew(): Promise<Pair> {
    const { authority, host, names, clock, log } = this.#options;
    const pair = await authority.issue(host, names(), clock.now());
    this.#pair = pair;
    try {
      this.#file.write(pair);
    } catch (error) {
      // It serves as well from memory; the next start makes another.
      log('warn', 'The new certificate is not kept on disk.', error);
    }
    return pair;
  }

  #kept(): Pair | null {
    try {
      return this.#file.read();
    } catch (error) {
      // Nobody trusts it for itself, so another does as well.
      this.#options.log(
        'warn',
        `${this.#file.path} cannot be read; a new certificate takes its place.`,
        error,
      );
      return null;
    }
  }
}
