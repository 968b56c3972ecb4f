import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { CannotStart, reasonOf } from '../cannotStart.js';
import type { Log } from '../show/log.js';
import { PairFile } from './pairFile.js';
import { alternativeNames, daysFrom, onlyNames, signed, type Pair } from './x509.js';

const YEARS = 10;
/** Browsers take no longer one from anybody. */
const SERVER_DAYS = 397;
const DAY_MS = 86_400_000;
const LEAST_LEFT_MS = 30 * DAY_MS;

/** Names that mean nothing outside a network. Whoever stole this authority's key could be no site of the internet. */
const LOCAL = ['localhost', 'local', 'lan', 'internal', 'home.arpa'];

/** This computer's own certificate authority, which devices are told to trust. */
export class Authority {
  readonly #pair: Pair;
  readonly #certificate: X509Certificate;

  constructor(pair: Pair) {
    this.#pair = pair;
    this.#certificate = new X509Certificate(pair.cert);
  }

  /** What devices take. */
  get pem(): string {
    return this.#pair.cert;
  }

  /** By which people compare what a device got with what the terminal says. */
  get fingerprint(): string {
    return this.#certificate.fingerprint256;
  }

  /** What it is called where a device lists what it trusts. */
  get name(): string {
    return this.#certificate.subject.replace(/^CN=/u, '');
  }

  /** Whether it is worth being trusted by one more device. */
  isGood(now: number): boolean {
    return hasTimeLeft(this.#certificate, now);
  }

  /** A certificate for a server that goes by these names and addresses. */
  issue(host: string, names: readonly string[], now: number): Promise<Pair> {
    return signed(
      {
        subject: `Showfloor on ${plain(host)}`,
        ...daysFrom(now, SERVER_DAYS),
        extensions: [
          { name: 'basicConstraints', cA: false },
          { name: 'keyUsage', critical: true, digitalSignature: true, keyEncipherment: true },
          { name: 'extKeyUsage', serverAuth: true },
          alternativeNames(names.filter(mayVouchFor)),
        ],
      },
      this.#pair,
    );
  }

  /** Whether a server of these names can show this one, today and for some time. */
  fits({ cert }: Pair, names: readonly string[], now: number): boolean {
    const certificate = new X509Certificate(cert);
    return (
      certificate.verify(this.#certificate.publicKey) &&
      hasTimeLeft(certificate, now) &&
      names.filter(mayVouchFor).every((name) => goesBy(certificate, name))
    );
  }
}

/** Addresses, and names of the own network. For others there are authorities that everybody trusts. */
export function mayVouchFor(name: string): boolean {
  return isIP(name) !== 0 || LOCAL.some((local) => name === local || name.endsWith(`.${local}`));
}

/**
 * The one of the data folder, made on first use.
 * @throws CannotStart when it is damaged: a new one would be a stranger to every device, and that is for people to say.
 */
export async function openAuthority(folder: string, host: string, now: number, log: Log): Promise<Authority> {
  const file = new PairFile(join(folder, 'authority.pem'));
  const kept = read(file);
  if (kept?.isGood(now) === true) return kept;
  if (kept !== null)
    log('warn', 'The certificate authority has run out. There is a new one: devices have to trust it anew.');
  return make(file, host, now);
}

function read(file: PairFile): Authority | null {
  try {
    const pair = file.read();
    if (pair !== null && !new X509Certificate(pair.cert).ca) throw new Error('it is none');
    return pair === null ? null : new Authority(pair);
  } catch (error) {
    throw new CannotStart(
      `The certificate authority in ${file.path} cannot be read (${reasonOf(error)}): put a copy of it back, or remove it; a new one is made then, and every device has to trust that anew.`,
    );
  }
}

async function make(file: PairFile, host: string, now: number): Promise<Authority> {
  const day = new Date(now).toISOString().slice(0, 10);
  const pair = await signed(
    {
      subject: `Showfloor on ${plain(host)} ${day}`,
      ...daysFrom(now, YEARS * 365),
      extensions: [
        { name: 'basicConstraints', critical: true, cA: true, pathLenConstraint: 0 },
        { name: 'keyUsage', critical: true, keyCertSign: true, cRLSign: true },
        onlyNames(LOCAL),
      ],
    },
    null,
  );
  try {
    file.write(pair);
  } catch (error) {
    throw new CannotStart(
      `The new certificate authority cannot be kept in ${file.path} (${reasonOf(error)}): free space, or start without --https.`,
    );
  }
  return new Authority(pair);
}

function goesBy(certificate: X509Certificate, name: string): boolean {
  return (isIP(name) === 0 ? certificate.checkHost(name) : certificate.checkIP(name)) !== undefined;
}

function hasTimeLeft(certificate: X509Certificate, now: number): boolean {
  return Date.parse(certificate.validFrom) <= now && Date.parse(certificate.validTo) - now > LEAST_LEFT_MS;
}

/** A host's name as a certificate may carry it in a subject: short, and in ASCII. */
function plain(host: string): string {
  return host.replace(/[^a-z\d.-]/giu, '-').slice(0, 36);
}
