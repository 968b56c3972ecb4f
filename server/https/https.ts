import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../show/clock.js';
import type { Log } from '../show/log.js';
import type { Store } from '../show/store.js';
import type { Authority } from './authority.js';
import { readOwnPair } from './ownPair.js';
import type { Pair } from './x509.js';

/** Where certificates come from: this computer's own authority, or two files. */
export type HttpsChoice = 'local' | { cert: string; key: string };

/** HTTPS, ready to be spoken. */
export interface Https {
  /** What to show at first. */
  pair: Pair;
  /** What devices have to be told to trust; null: they trust what is shown already. */
  authority: Authority | null;
  /** Keeps up with the addresses of this computer. */
  start: (store: Store, show: (pair: Pair) => void) => void;
  stop: () => void;
}

/**
 * Makes what is missing, at the first start an authority. What makes it is loaded only then.
 * @throws CannotStart
 */
export async function openHttps(options: {
  /** Null: plain HTTP. */
  choice: HttpsChoice | null;
  /** The data folder; real show and simulator are one to devices, so that they have to trust once. */
  data: string;
  /** What this server is reached by now from outside, names and addresses. */
  names: () => string[];
  clock: Clock;
  log: Log;
}): Promise<Https | null> {
  const { choice, data, clock, log } = options;
  if (choice === null) return null;
  if (choice !== 'local') {
    const nothing = () => undefined;
    return { pair: readOwnPair(choice, clock.now()), authority: null, start: nothing, stop: nothing };
  }
  const { mayVouchFor, openAuthority } = await import('./authority.js');
  const { LocalCertificate } = await import('./localCertificate.js');
  const names = () => ['127.0.0.1', '::1', ...options.names()];
  const [folder, host] = [join(data, 'https'), hostname()];
  for (const name of names().filter((one) => one.includes('.') && !mayVouchFor(one)))
    log(
      'warn',
      `${name} is not in the certificate, whose authority vouches for local names: take --cert and --key.`,
    );
  const authority = await openAuthority(folder, host, clock.now(), log);
  const certificate = new LocalCertificate({ authority, folder, host, names, clock, log });
  return {
    pair: await certificate.open(),
    authority,
    start: (store, show) => certificate.start(store, show),
    stop: () => certificate.stop(),
  };
}
