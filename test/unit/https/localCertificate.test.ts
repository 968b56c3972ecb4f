import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openAuthority } from '../../../server/https/authority.js';
import { LocalCertificate } from '../../../server/https/localCertificate.js';
import { testEdge } from '../../fixtures/edge.js';
import { testFloor } from '../../fixtures/floor.js';
import { testFolder } from '../../fixtures/folder.js';
import { ManualClock } from '../../fixtures/manualClock.js';
import { shownBy } from '../../fixtures/tls.js';

const DAY_MS = 86_400_000;
/** A key takes a while on a loaded machine. */
const SOON = { timeout: 10_000, interval: 50 };
const HERE = ['127.0.0.1', 'booth.local'];

/** A folder with an authority in it, a clock, and addresses that a venue may change. */
async function booth() {
  // TLS itself looks at the computer's own.
  const clock = new ManualClock(Date.now());
  const folder = join(testFolder(), 'https');
  const said: string[] = [];
  const log = (_level: string, text: string) => void said.push(text);
  const authority = await openAuthority(folder, 'booth', clock.now(), log);
  const names = [...HERE];
  const certificate = () =>
    new LocalCertificate({ authority, folder, host: 'booth', names: () => names, clock, log });
  return { clock, folder, file: join(folder, 'server.pem'), said, authority, names, certificate };
}

/** The same with an edge that shows it, as a server does. */
async function running() {
  const at = await booth();
  const certificate = at.certificate();
  const { edge, floor } = await testEdge({ pair: await certificate.open(), authority: null });
  certificate.start(floor.store, (pair) => edge.show(pair));
  onTestFinished(() => certificate.stop());
  const url = `https://127.0.0.1:${edge.port}`;
  const shown = async () => (await shownBy(url, at.authority.pem)).subjectAltName;
  const addressesCome = (...addresses: string[]) => {
    at.names.splice(0, at.names.length, ...HERE, ...addresses);
    floor.obs({ addresses: { urls: addresses, here: '', trust: null } });
  };
  return { ...at, shown, addressesCome };
}

describe('the certificate of a server', () => {
  it('is kept from one start to the next, where nobody else reads its key', async () => {
    const { file, certificate } = await booth();
    const first = await certificate().open();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await certificate().open()).toEqual(first);
  });

  it('is another when it would run out within thirty days', async () => {
    const { clock, certificate } = await booth();
    const first = await certificate().open();
    clock.passAtOnce(360 * DAY_MS);
    expect(await certificate().open()).toEqual(first);
    clock.passAtOnce(10 * DAY_MS);
    expect((await certificate().open()).cert).not.toBe(first.cert);
  });

  it.each([
    [
      'was cut off by a crash',
      (path: string) => writeFileSync(path, readFileSync(path, 'utf8').slice(0, 900)),
    ],
    ['is gone', (path: string) => rmSync(path)],
  ])('is made anew when its file %s', async (_, damage) => {
    const { file, certificate } = await booth();
    const first = await certificate().open();
    damage(file);
    const second = await certificate().open();
    expect(second.cert).not.toBe(first.cert);
    expect(await certificate().open()).toEqual(second);
  });

  it('is made anew by an authority that is another', async () => {
    const { folder, clock, certificate } = await booth();
    const first = await certificate().open();
    rmSync(join(folder, 'authority.pem'));
    const authority = await openAuthority(folder, 'booth', clock.now(), () => undefined);
    expect(authority.fits(first, HERE, clock.now())).toBe(false);
  });

  it('has the new address of a server that runs when the venue gives it one, and stays when one goes', async () => {
    const { shown, addressesCome, said } = await running();
    expect(await shown()).not.toContain('10.1.2.3');
    addressesCome('10.1.2.3');
    await expect.poll(shown, SOON).toContain('IP Address:10.1.2.3');
    const before = await shown();
    addressesCome();
    addressesCome('fd00::7');
    await expect.poll(shown, SOON).not.toBe(before);
    expect(await shown()).toContain('FD00:0:0:0:0:0:0:7');
    expect(await shown()).not.toContain('10.1.2.3');
    expect(said).toEqual([]);
  });

  it('is renewed in a server that runs for a year, and serves from memory when the disk refuses it', async () => {
    const { clock, folder, authority, said, certificate } = await booth();
    const own = certificate();
    const shown = [await own.open()];
    own.start(testFloor().store, (pair) => shown.push(pair));
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'no folder');
    clock.passAtOnce(366 * DAY_MS);
    await clock.pass(0);
    expect(shown).toHaveLength(1);
    clock.passAtOnce(2 * DAY_MS);
    await expect.poll(() => shown.length, SOON).toBe(2);
    expect(shown.map((pair) => authority.fits(pair, HERE, clock.now()))).toEqual([false, true]);
    expect(said).toEqual(['The new certificate is not kept on disk.']);

    own.stop();
    clock.passAtOnce(400 * DAY_MS);
    await clock.pass(0);
    expect(shown).toHaveLength(2);
  });
});
