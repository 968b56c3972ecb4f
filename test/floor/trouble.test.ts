import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIVE_MAX_AGE_MS } from '../../server/protocol/codes.js';
import { Booth, SOON, sees, tap, tile } from './booth.js';

let booth: Booth;
beforeAll(async () => {
  booth = await Booth.open(null);
});
afterAll(() => booth.close());
beforeEach(() => booth.reset());
afterEach(() => booth.checkObs());

describe('when OBS', () => {
  it('is killed the panel says so and offers nothing; when it is back, all is right by itself', async () => {
    const { page, context } = await booth.panel();
    await booth.obs.kill();
    await page.getByText('gone', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /^Record/ }).isDisabled()).toBe(true);
    await booth.obs.start();
    await booth.takeHand();
    await booth.hand.call('SetCurrentProgramScene', { sceneName: 'Demo' });
    await sees(page, 'Demo');
    await tap(tile(page, 'Wide'));
    await sees(page, 'Wide');
    await context.close();
  });

  it('hangs it is found within 5 s, and is right again when it goes on', async () => {
    const { page, context } = await booth.panel();
    booth.obs.pause();
    await page.getByText('not responding').first().waitFor({ timeout: 5000 });
    booth.obs.resume();
    await page.getByText('connected', { exact: true }).first().waitFor();
    await tap(tile(page, 'Close-up'));
    await sees(page, 'Close-up');
    await context.close();
  });
});

describe('when the server', () => {
  it('is killed the panel turns off at once, and is right again by itself', async () => {
    const { page, context } = await booth.panel();
    await booth.server.kill();
    await page.getByText(/NO CONNECTION/).waitFor();
    expect(await tile(page, 'Demo').isDisabled()).toBe(true);
    await booth.hand.call('SetCurrentProgramScene', { sceneName: 'Holding' });
    await booth.server.start();
    await sees(page, 'Holding');
    await context.close();
  });

  it('is killed, a tap made meanwhile never fires', async () => {
    const { page, context } = await booth.panel();
    await sees(page, 'Wide');
    await booth.server.kill();
    await page.getByText(/NO CONNECTION/).waitFor();
    await tile(page, 'Demo').tap({ force: true });
    await page.keyboard.press('Digit3');
    await booth.server.start();
    await sees(page, 'Wide');
    await tap(tile(page, 'Close-up'));
    await sees(page, 'Close-up');
    expect(await booth.programScene()).toBe('Close-up');
    await context.close();
  });

  it('hangs, a tap that reaches it late is refused and changes nothing', async () => {
    const { page, context } = await booth.panel();
    await sees(page, 'Wide');
    process.kill(booth.server.pid, 'SIGSTOP');
    await tap(tile(page, 'Demo'));
    const tappedAt = Date.now();
    await page
      .getByText(/NO CONNECTION|NOT DONE/)
      .first()
      .waitFor();
    // A live command may be under way for two seconds; this one was longer.
    await expect.poll(() => Date.now() - tappedAt, SOON).toBeGreaterThan(LIVE_MAX_AGE_MS);
    process.kill(booth.server.pid, 'SIGCONT');
    await sees(page, 'Wide');
    expect(await booth.programScene()).toBe('Wide');
    await context.close();
  });

  it('runs a newer build, an open page reloads itself once and is right', async () => {
    const context = await booth.browser.newContext({ hasTouch: true });
    await context.addCookies([await booth.server.tablet()]);
    const page = await context.newPage();
    let stale = true;
    const { build } = JSON.parse((await import('node:fs')).readFileSync('dist/build.json', 'utf8'));
    await page.route('**/assets/*.js', async (route) => {
      const response = await route.fetch();
      const body = await response.text();
      await route.fulfill({ response, body: stale ? body.replaceAll(build, 'an-older-build') : body });
    });
    let loads = 0;
    page.on('load', () => {
      loads += 1;
      stale = false;
    });
    await page.goto(`${booth.server.url}/`);
    await sees(page, 'Wide');
    expect(loads).toBe(2);
    await context.close();
  });

  it('is sent garbage through every door, it stays up and nothing changes', async () => {
    const { page, context } = await booth.panel();
    await sees(page, 'Wide');
    const base = booth.server.url;
    const doors = [
      '/',
      '/overlay/',
      '/healthz',
      '/socket.io/?EIO=4&transport=websocket',
      '/graphics/x',
      '/assets/x',
      '/%00',
    ];
    for (const door of doors) {
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
        const answer = await fetch(base + door, { method, body: '{"name":"program.cut"}' }).catch(() => null);
        expect(answer === null || answer.status >= 400).toBe(true);
      }
    }
    await rawBytes(Number(new URL(base).port));
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
    expect(await booth.programScene()).toBe('Wide');
    await expect.poll(() => tile(page, 'Wide').getAttribute('aria-pressed'), SOON).toBe('true');
    expect(await page.getByText(/NO CONNECTION/).count()).toBe(0);
    await context.close();
  });
});

/** Bytes that are no HTTP, and an upgrade that is no WebSocket. */
async function rawBytes(port: number): Promise<void> {
  const { connect } = await import('node:net');
  for (const text of [
    '\u0000\u0001\u0002garbage\r\n\r\n',
    'GET /socket.io/ HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: ${'a'.repeat(20_000)}\r\n\r\n`,
  ]) {
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(text));
      socket.on('error', () => resolve());
      socket.on('close', () => resolve());
      socket.resume();
    });
  }
}
