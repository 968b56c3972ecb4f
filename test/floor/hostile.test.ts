import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locator, Page } from 'playwright-core';
import { io, type Socket } from 'socket.io-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PROTOCOL_VERSION } from '../../server/protocol/codes.js';
import type { CommandMessage, CommandName } from '../../server/protocol/commands.js';
import type { DeskToServer, ServerToDesk, Snapshot } from '../../server/protocol/events.js';
import { FULL_HD, openPage, openPanel, TABLET } from '../fixtures/browser.js';
import { SOON, showButton, tap, tile } from './booth.js';
import { simulatorBooth } from './simulatorBooth.js';

const { server, browser } = await simulatorBooth();

/** Names as somebody types them who means harm, and as they are shown. */
const NAMES: readonly (readonly [typed: string, shown: string])[] = [
  ['<img src=x onerror="globalThis.hit=1">', '<img src=x onerror="globalThis.hit=1">'],
  ['&lt;b&gt;{{7*7}}</textarea><script>hit=1</script>', '&lt;b&gt;{{7*7}}</textarea><script>hit=1</script>'],
  ['\u202Egnirts\u202C \u2067turned', 'gnirts turned'],
  ['  two\r\nlines\u2028and a\ttab ', 'two lines and a tab'],
];
const HEBREW = 'דנה (1) כהן';

/** A producer's device that says what no panel would. */
async function harmful() {
  // What the build itself wrote.
  const { build } = JSON.parse(readFileSync('dist/build.json', 'utf8')) as { build: string };
  const token = await server.device('producer', 'Harmful');
  const socket: Socket<ServerToDesk, DeskToServer> = io(`${server.url}/desk`, {
    transports: ['websocket'],
    auth: { protocol: PROTOCOL_VERSION, build, token },
  });
  onTestFinished(() => void socket.disconnect());
  const { bootId, you, state } = await new Promise<Snapshot>((resolve) => socket.once('snapshot', resolve));
  const send = <N extends CommandName>(name: N, params: CommandMessage<N>['params']) => {
    const command: CommandMessage<N> = { id: randomUUID(), name, params, bootId, issuedAt: Date.now() };
    return socket.timeout(4000).emitWithAck('command', command);
  };
  return { send, you, state };
}

const nothing = { pronouns: '', title: '', organisation: '', part: 'guest' } as const;

/** Nothing that was typed became an element, ran, or asked anybody anything. */
async function expectHarmless(page: Page, errors: readonly string[]): Promise<void> {
  expect(await page.locator('img[src=x]').count()).toBe(0);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'hit') as unknown)).toBeUndefined();
  expect(errors).toEqual([]);
}

/** It is a box of its own, or isolated in its line: what stands beside it keeps its direction. */
function isIsolated(text: Locator): Promise<boolean> {
  return text.evaluate((element) => {
    const { display, unicodeBidi } = getComputedStyle(element);
    return display !== 'inline' || /isolate|plaintext/u.test(unicodeBidi);
  });
}

describe('texts that mean harm', () => {
  it('are texts on the panel, in lists, sheets and on tiles', async () => {
    const { page, errors, context } = await openPanel(browser, server, TABLET);
    onTestFinished(() => context.close());
    await tile(page, 'Wide').waitFor();
    const { send, you, state } = await harmful();
    page.on('dialog', (dialog) => errors.push(`dialog: ${dialog.message()}`));
    for (const [typed, shown] of NAMES) {
      const guest = { guestId: randomUUID(), name: typed, ...nothing };
      expect(await send('guest.add', guest)).toEqual({ ok: true });
      await page.getByRole('region', { name: 'Names' }).getByText(shown, { exact: true }).first().waitFor();
    }
    const [markup = ['', '']] = NAMES;
    const lookId =
      Object.keys(state)
        .find((key) => key.startsWith('look:'))
        ?.slice(5) ?? '';
    expect(await send('look.change', { lookId, change: { name: markup[0] } })).toEqual({ ok: true });
    await tile(page, markup[1]).waitFor();
    expect(await send('device.rename', { deviceId: you.deviceId, name: markup[0] })).toEqual({ ok: true });
    await tap(page.getByRole('button', { name: 'Page connected' }));
    await page
      .getByRole('dialog', { name: 'Devices' })
      .getByText(markup[1], { exact: true })
      .first()
      .waitFor();
    await expectHarmless(page, errors);
  });

  it.each(['bell\u0007', 'half \uD83D', 'x'.repeat(3000)])(
    'are refused as %j, and nobody is added',
    async (name) => {
      const { send } = await harmful();
      const reply = await send('guest.add', { guestId: randomUUID(), name, ...nothing });
      expect(reply).toMatchObject({ ok: false, code: 'invalid' });
    },
  );

  it('are texts on the overlay, and one that is written from the right turns nothing beside it', async () => {
    const { send } = await harmful();
    const overlay = await openPage(browser, server.overlay(), FULL_HD);
    onTestFinished(() => overlay.context.close());
    const panel = await openPanel(browser, server, TABLET);
    onTestFinished(() => panel.context.close());
    const [[typed, shown] = ['', '']] = NAMES;
    const people = [[typed, shown, HEBREW] as const, [HEBREW, HEBREW, typed] as const];
    for (const [name, text, organisation] of people) {
      const guestId = randomUUID();
      expect(await send('guest.add', { ...nothing, guestId, name, organisation })).toEqual({ ok: true });
      await showButton(panel.page, text).first().waitFor();
      const content = { kind: 'guests' as const, guestIds: [guestId] };
      const show = {
        layer: 'lower-third',
        instanceId: randomUUID(),
        content,
        autoOffMs: null,
        cut: true,
      } as const;
      await expect.poll(() => send('graphic.show', show), SOON).toEqual({ ok: true });
      const onAir = overlay.page.getByText(text, { exact: true }).first();
      await onAir.waitFor();
      for (const shownText of [onAir, overlay.page.getByText(organisation, { exact: true }).first()])
        expect(await isIsolated(shownText)).toBe(true);
    }
    const named = panel.page
      .getByRole('region', { name: 'Names' })
      .getByText(HEBREW, { exact: true })
      .first();
    expect(await isIsolated(named)).toBe(true);
    await expectHarmless(overlay.page, overlay.errors);
    await expectHarmless(panel.page, panel.errors);
  });
});

describe('a page of another site', () => {
  it('cannot frame any of ours', async () => {
    const paths = ['/', '/pair', '/overlay/', '/healthz', '/nothing'];
    const frames = paths.map((path) => `<iframe src="${server.url}${path}"></iframe>`).join('');
    const site = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html').end(`<title>Another site</title>${frames}`);
    });
    onTestFinished(() => void site.close());
    site.listen(0, '127.0.0.1');
    await once(site, 'listening');
    // A server that listens on a port has an AddressInfo.
    const { port } = site.address() as AddressInfo;
    const { page, context } = await openPage(browser, `http://127.0.0.1:${port}/`, TABLET);
    onTestFinished(() => context.close());
    const framed = page.frames().filter((frame) => frame !== page.mainFrame());
    expect(framed.map((frame) => frame.url())).toEqual(paths.map(() => 'chrome-error://chromewebdata/'));
  });
});
