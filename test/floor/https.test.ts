import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { freePortOfTwo } from '../../scripts/headless/port.js';
import { axeFinds } from '../fixtures/axe.js';
import { FULL_HD, TABLET, launchBrowser, openPage } from '../fixtures/browser.js';
import { BuiltServer } from '../fixtures/builtServer.js';
import { addGuest, showButton, tap, tile, tiles } from './booth.js';

const port = await freePortOfTwo();
const server = new BuiltServer(['--simulator', '--https', '--port', String(port)], {});
afterAll(() => server.dispose());
await server.start();
/** A tablet that trusts the server's key, as one does that has its authority among those that it trusts. */
const browser = await launchBrowser([`--ignore-certificate-errors-spki-list=${keyHash()}`]);
afterAll(() => browser.close());
/** How a tablet reaches it; where there is no network, this computer plays one. */
const SECURE = /https:\/\/[^\s/]+/u.exec(server.output)?.[0] ?? `https://127.0.0.1:${port}`;
const FORGOTTEN = SECURE.includes('127.0.0.1') ? SECURE : SECURE.replace('https', 'http');

function keyHash(): string {
  const { publicKey } = new X509Certificate(readFileSync(join(server.data, 'https', 'server.pem')));
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
}

/** Chromium says of each answer in clear that one header has no use there; that is no error of a page's. */
const IN_CLEAR = /^The Cross-Origin-Opener-Policy header has been ignored/u;
const own = (errors: readonly string[]) => errors.filter((error) => !IN_CLEAR.test(error));

async function opened(url: string, size: { width: number; height: number }) {
  const page = await openPage(browser, url, size);
  onTestFinished(() => page.context.close());
  return page;
}

describe('with HTTPS', () => {
  it('a tablet pairs though the scheme was forgotten, its screen stays awake, and OBS shows the name that it taps', async () => {
    const code = /\/pair#([\w-]+)/u.exec(server.output)?.[1] ?? '';
    const { page, context, errors } = await opened(`${FORGOTTEN}/pair#${code}`, TABLET);
    await tiles(page).first().waitFor();
    expect(page.url()).toBe(`${SECURE}/`);
    expect(await context.cookies()).toMatchObject([
      { name: '__Host-showfloor', secure: true, httpOnly: true, sameSite: 'Strict' },
    ]);
    expect(await page.evaluate(() => isSecureContext && 'wakeLock' in navigator)).toBe(true);

    // As OBS has it from a day without HTTPS.
    const overlay = await opened(server.overlay().replace(server.url, `http://127.0.0.1:${port}`), FULL_HD);
    expect(overlay.page.url()).toBe(`${server.url}/overlay/`);
    await tap(tile(page, 'Wide'));
    await page.getByText('AWAKE', { exact: true }).waitFor();
    await addGuest(page, 'Ada Lovelace');
    await tap(showButton(page, 'Ada Lovelace'));
    await overlay.page.getByText('Ada Lovelace').waitFor();
    expect(own(errors)).toEqual([]);
  });

  it('the devices’ sheet tells tablets HTTPS and how to trust it, and OBS plain HTTP', async () => {
    const { page } = await opened(`${server.url}/pair`, TABLET);
    await page.context().addCookies([await server.tablet()]);
    await page.goto(`${server.url}/`);
    await tap(page.getByRole('button', { name: 'Page connected' }));
    await tap(page.getByRole('button', { name: 'Add a device' }));
    const sheet = page.getByRole('dialog', { name: 'Devices' });
    await tap(sheet.getByRole('button', { name: 'Viewer' }));
    // Without a network there is nowhere to scan it from.
    if (FORGOTTEN !== SECURE) {
      await sheet.getByText(`or open ${SECURE}/pair`).waitFor();
      await sheet.getByText(`${FORGOTTEN}/trust`).waitFor();
    }
    expect(await axeFinds(page)).toEqual([]);
    await tap(sheet.getByRole('button', { name: 'Cancel' }));
    await tap(page.getByRole('button', { name: 'Add a device' }));
    await tap(sheet.getByRole('button', { name: 'Overlay' }));
    const address = await sheet.getByLabel('Address of the browser source').inputValue();
    expect(address.startsWith(`${server.url}/overlay/#token=`)).toBe(true);
  });

  it('a page in clear says how to trust it, and shows what the terminal shows, on every screen', async () => {
    const { page, errors } = await opened(`${FORGOTTEN}/trust`, TABLET);
    await page.getByRole('heading', { name: 'Trust this server' }).waitFor();
    expect(page.url()).toBe(`${FORGOTTEN}/trust`);
    const authority = new X509Certificate(readFileSync(join(server.data, 'https', 'authority.pem')));
    const groups = await page.locator('code').allInnerTexts();
    expect(groups.join(':')).toBe(authority.fingerprint256);
    if (FORGOTTEN !== SECURE) expect(server.output).toContain(authority.fingerprint256);
    for (const size of [TABLET, { width: 820, height: 1180 }, { width: 390, height: 844 }]) {
      await page.setViewportSize(size);
      expect(await axeFinds(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
    }
    expect(own(errors)).toEqual([]);
    // It leads on to the panel, by HTTPS.
    await tap(page.getByRole('link', { name: 'Open the panel' }));
    await page.waitForURL(`${SECURE}/pair`);
  });
});
