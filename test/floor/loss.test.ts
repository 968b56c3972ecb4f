import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { axeFinds } from '../fixtures/axe.js';
import { TABLET, launchBrowser, openPanel } from '../fixtures/browser.js';
import { BuiltServer } from '../fixtures/builtServer.js';
import { tap, tiles } from './booth.js';

const server = new BuiltServer(['--simulator'], {});
afterAll(() => server.dispose());
const browser = await launchBrowser();
afterAll(() => browser.close());

describe('a show file that was damaged', () => {
  it('is said on every panel, also after a kill, until a producer taps that it was seen', async () => {
    mkdirSync(join(server.data, 'simulator'));
    writeFileSync(join(server.data, 'simulator', 'showfloor.db'), 'no database '.repeat(1000));
    await server.start();
    await server.kill();
    await server.start();
    const { page, context } = await openPanel(browser, server, TABLET);
    const host = await openPanel(browser, server, TABLET, 'host');
    const said = page.getByText(/The show file was damaged, .* NEW show\..*unreadable/);
    await said.waitFor();
    await tiles(page).first().waitFor();
    expect(await axeFinds(page)).toEqual([]);
    const hostSees = host.page.getByText(/The show file was damaged/);
    await hostSees.waitFor();
    expect(await host.page.getByRole('button', { name: 'Seen' }).count()).toBe(0);

    await tap(page.getByRole('button', { name: 'Seen' }));
    await page.getByText('No alerts').waitFor();
    await hostSees.waitFor({ state: 'detached' });
    await server.kill();
    await server.start();
    await page.getByText('No alerts').waitFor();
    await Promise.all([context.close(), host.context.close()]);
  });
});
