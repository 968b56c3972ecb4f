import { createPrivateKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CannotStart } from '../../../server/cannotStart.js';
import { readOwnPair } from '../../../server/https/ownPair.js';
import { alternativeNames, signed, type Pair } from '../../../server/https/x509.js';
import { testFolder } from '../../fixtures/folder.js';

const DAY_MS = 86_400_000;
const NOW = Date.now();

const made = (from: number, until: number) =>
  signed({ subject: 'booth', from, until, extensions: [alternativeNames(['booth.example'])] }, null);
let [good, other, over, early]: Pair[] = [];

beforeAll(async () => {
  [good, other, over, early] = await Promise.all([
    made(NOW - DAY_MS, NOW + DAY_MS),
    made(NOW - DAY_MS, NOW + DAY_MS),
    made(NOW - 2 * DAY_MS, NOW - DAY_MS),
    made(NOW + DAY_MS, NOW + 2 * DAY_MS),
  ]);
});

/** Two files with these texts, read as `--cert` and `--key`. */
function read(cert: string | undefined, key: string | undefined): Pair {
  const folder = testFolder();
  const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  if (cert !== undefined) writeFileSync(files.cert, cert);
  if (key !== undefined) writeFileSync(files.key, key);
  return readOwnPair(files, NOW);
}

describe('a certificate of one’s own', () => {
  it('is shown with all that is in its file, for devices that need what lies between', () => {
    const chain = `${good?.cert ?? ''}${other?.cert ?? ''}`;
    expect(read(chain, good?.key).cert.match(/BEGIN CERTIFICATE/gu)).toHaveLength(2);
  });

  const locked = (key: string) =>
    createPrivateKey(key)
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' })
      .toString();

  it.each([
    ['of another key', () => read(good?.cert, other?.key), 'is not that of the certificate'],
    ['that has run out', () => read(over?.cert, over?.key), 'ran out on'],
    ['that is not good yet', () => read(early?.cert, early?.key), 'clock'],
    ['that is none', () => read('nonsense', good?.key), '--cert takes one as PEM'],
    ['whose file is missing', () => read(undefined, good?.key), 'of --cert cannot be read'],
    ['whose key is none', () => read(good?.cert, 'nonsense'), '--key takes one as PEM'],
    ['whose key is locked', () => read(good?.cert, locked(good?.key ?? '')), 'without a passphrase'],
    ['whose key is missing', () => read(good?.cert, undefined), 'of --key cannot be read'],
  ])('%s is refused, with one sentence on what to do', (_, act, sentence) => {
    expect(act).toThrow(CannotStart);
    expect(act).toThrow(sentence);
    expect(act).toThrow(/^[^\n]+$/u);
  });
});
