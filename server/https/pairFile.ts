import { createPrivateKey, X509Certificate } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Pair } from './x509.js';

/** A certificate with its key in one file, so that no crash leaves one of them without the other. */
export class PairFile {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Null when there is no file. Throws when there is one that is no good. */
  read(): Pair | null {
    const text = textIn(this.path);
    if (text === null) return null;
    // It may have come back from a copy, and those are made with the rights of all files.
    chmodSync(this.path, 0o600);
    return pairIn(text, text);
  }

  /** Nobody else may read it, from its first moment on. */
  write({ key, cert }: Pair): void {
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
    chmodSync(dirname(this.path), 0o700);
    const part = `${this.path}.part`;
    const file = openSync(part, 'w', 0o600);
    try {
      writeSync(file, `${key.trim()}\n${cert.trim()}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(part, this.path);
  }
}

/**
 * A key and the certificate that is first in its text, with those that follow.
 * @throws when either cannot be read, or they are not of each other.
 */
export function pairIn(key: string, cert: string): Pair {
  const own = createPrivateKey(key);
  if (!new X509Certificate(cert).checkPrivateKey(own))
    throw new Error('the key is not that of the certificate');
  const certificates = cert.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/gu) ?? [];
  return {
    key: own.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `${certificates.join('\n')}\n`,
  };
}

function textIn(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
