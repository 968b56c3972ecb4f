import { X509Certificate } from 'node:crypto';
import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { isIP, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CannotStart } from '../../../server/cannotStart.js';
import { mayVouchFor, openAuthority } from '../../../server/https/authority.js';
import { alternativeNames, signed, type Pair } from '../../../server/https/x509.js';
import { testFolder } from '../../fixtures/folder.js';
import { shownBy } from '../../fixtures/tls.js';

const DAY_MS = 86_400_000;
const NAMES = ['127.0.0.1', '::1', 'localhost', 'booth.local', '192.168.7.12'];

/** What went to the log, and an authority of a folder, by its clock. */
function inFolder(folder = join(testFolder(), 'https')) {
  const said: string[] = [];
  const open = (now = Date.now()) => openAuthority(folder, 'booth', now, (_level, text) => said.push(text));
  return { file: join(folder, 'authority.pem'), folder, said, open };
}

/** A server of HTTPS that shows this, at loopback. */
async function showing(pair: Pair): Promise<string> {
  const server = createServer(pair).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  // A TCP server that listens has an AddressInfo.
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('this computer’s certificate authority', () => {
  it('is made on first use for ten years, and is the same at each start', async () => {
    const { open } = inFolder();
    const first = await open();
    expect((await open()).fingerprint).toBe(first.fingerprint);
    const { validTo, ca, subject } = new X509Certificate(first.pem);
    expect(ca).toBe(true);
    expect(Date.parse(validTo) - Date.now()).toBeGreaterThan(3600 * DAY_MS);
    expect(subject).toBe(`CN=${first.name}`);
  });

  it('has its key where nobody else reads it, also when it came back from a copy', async () => {
    const { file, folder, open } = inFolder();
    await open();
    expect([statSync(folder).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600]);
    chmodSync(file, 0o644);
    await open();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('vouches for a server’s names and addresses to whoever trusts it, and to nobody else', async () => {
    const { open } = inFolder();
    const [ours, another] = [await open(), await inFolder().open()];
    const pair = await ours.issue('booth', NAMES, Date.now());
    const url = await showing(pair);
    const shown = await shownBy(url, ours.pem);
    const goesBy = (name: string) => (isIP(name) === 0 ? shown.checkHost(name) : shown.checkIP(name));
    expect(NAMES.map(goesBy)).toEqual(NAMES);
    expect(Date.parse(shown.validTo) - Date.parse(shown.validFrom)).toBe(397 * DAY_MS);
    expect(shown.ca).toBe(false);
    await expect(shownBy(url, another.pem)).rejects.toThrow('certificate');
  });

  it('is no authority on sites of the internet, not even for who has its key', async () => {
    const { file, open } = inFolder();
    const ours = await open();
    expect(['bank.example', 'local.example', 'booth', '8.8.8.8'].map(mayVouchFor)).toEqual([
      false,
      false,
      false,
      true,
    ]);
    const kept = await ours.issue('booth', ['127.0.0.1', 'bank.example'], Date.now());
    expect(new X509Certificate(kept.cert).subjectAltName).toBe('IP Address:127.0.0.1');

    const stolen = readFileSync(file, 'utf8');
    const forged = await signed(
      {
        subject: 'bank.example',
        from: Date.now() - DAY_MS,
        until: Date.now() + DAY_MS,
        extensions: [alternativeNames(['127.0.0.1', 'bank.example'])],
      },
      { key: stolen, cert: ours.pem },
    );
    await expect(shownBy(await showing(forged), ours.pem)).rejects.toThrow('permitted subtree violation');
  });

  it.each([
    ['is damaged', () => 'no certificate at all'],
    ['is cut off', (text: string) => text.slice(0, text.length / 2)],
    ['has another key', (text: string, other: string) => `${keyOf(other)}${certificateOf(text)}`],
  ])('that %s stops the start with a sentence, and is made anew when it is removed', async (_, damage) => {
    const { file, open } = inFolder();
    const first = await open();
    const other = inFolder();
    await other.open();
    writeFileSync(file, damage(readFileSync(file, 'utf8'), readFileSync(other.file, 'utf8')));
    const bytes = readFileSync(file);
    const error: unknown = await open().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CannotStart);
    expect(String(error)).toContain('trust that anew');
    expect(readFileSync(file)).toEqual(bytes);

    rmSync(file);
    expect((await open()).fingerprint).not.toBe(first.fingerprint);
  });

  it('that is a server’s certificate put in its place is none', async () => {
    const { file, open } = inFolder();
    const { key, cert } = await (await open()).issue('booth', NAMES, Date.now());
    writeFileSync(file, key + cert);
    await expect(open()).rejects.toThrow('it is none');
  });

  it('has a successor when its ten years are nearly over, and says that it has to be trusted', async () => {
    const { said, open } = inFolder();
    const first = await open();
    const [later, end] = [Date.now() + 3600 * DAY_MS, Date.now() + 3630 * DAY_MS];
    expect((await open(later)).fingerprint).toBe(first.fingerprint);
    expect(said).toEqual([]);
    expect((await open(end)).fingerprint).not.toBe(first.fingerprint);
    expect(said).toEqual([expect.stringContaining('trust it anew')]);
  });
});

function keyOf(text: string): string {
  return text.slice(0, text.indexOf('-----BEGIN CERTIFICATE'));
}

function certificateOf(text: string): string {
  return text.slice(text.indexOf('-----BEGIN CERTIFICATE'));
}
