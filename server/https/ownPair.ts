import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { CannotStart, reasonOf } from '../cannotStart.js';
import { pairIn } from './pairFile.js';
import type { Pair } from './x509.js';

/**
 * The certificate and the key that the files of `--cert` and `--key` hold.
 * @throws CannotStart when devices would not take them, with what is wrong with which.
 */
export function readOwnPair({ cert, key }: { cert: string; key: string }, now: number): Pair {
  const [certText, keyText] = [textOf('--cert', cert), textOf('--key', key)];
  const certificate = attempt(
    () => new X509Certificate(certText),
    (reason) =>
      `${cert} holds no certificate that can be read (${reason}): --cert takes one as PEM, followed by those between it and its authority.`,
  );
  attempt(
    () => createPrivateKey(keyText),
    (reason) =>
      `${key} holds no private key that can be read (${reason}): --key takes one as PEM, without a passphrase.`,
  );
  const pair = attempt(
    () => pairIn(keyText, certText),
    () => `The key in ${key} is not that of the certificate in ${cert}: choose the two that belong together.`,
  );
  if (Date.parse(certificate.validTo) <= now)
    throw new CannotStart(
      `The certificate in ${cert} ran out on ${certificate.validTo}: get a new one, or use --https alone.`,
    );
  if (Date.parse(certificate.validFrom) > now)
    throw new CannotStart(
      `The certificate in ${cert} is good from ${certificate.validFrom} on: look at this computer’s clock, or choose another.`,
    );
  attempt(
    () => createSecureContext(pair),
    (reason) => `The certificate in ${cert} cannot be used (${reason}): choose another with --cert.`,
  );
  return pair;
}

function textOf(option: string, path: string): string {
  return attempt(
    () => readFileSync(path, 'utf8'),
    (reason) => `The file of ${option} cannot be read (${reason}): choose another.`,
  );
}

function attempt<T>(act: () => T, sentence: (reason: string) => string): T {
  try {
    return act();
  } catch (error) {
    throw new CannotStart(sentence(reasonOf(error)));
  }
}
