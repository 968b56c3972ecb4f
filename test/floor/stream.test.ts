import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startRtmpListener, type RtmpListener } from '../../scripts/headless/rtmpListener.js';
import { HOLD_MS } from '../../server/protocol/codes.js';
import { Booth, SOON, found, tap } from './booth.js';

let booth: Booth;
let server: RtmpListener;
beforeAll(async () => {
  [booth, server] = await Promise.all([Booth.open(null), startRtmpListener()]);
  await booth.hand.call('SetStreamServiceSettings', server.service);
});
afterAll(async () => {
  await server.drop();
  await booth.close();
});
beforeEach(async () => {
  await server.listen();
  await booth.reset();
});
afterEach(() => booth.checkObs());

const chip = (page: Page) => page.getByRole('button', { name: /^Stream\b/ });
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Stream' });
const stream = () => booth.hand.call('GetStreamStatus');

async function hold(page: Page, target: Locator): Promise<void> {
  await found(target);
  const box = await target.boundingBox();
  if (box === null) throw new Error('it has no place');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), HOLD_MS.stream + 200);
  await page.mouse.up();
}

describe('a stream to a real server, from the panel', () => {
  it('begins with a hold, goes on through a drop with its time, and ends with a hold', async () => {
    const { page, context } = await booth.panel();
    await tap(chip(page));
    await hold(page, sheet(page).getByRole('button', { name: /^Go live/ }));
    await sheet(page).getByText('The audience sees program').waitFor();
    expect((await stream()).outputActive).toBe(true);
    await page.keyboard.press('Escape');
    await chip(page).filter({ hasText: 'LIVE 0:00:02' }).waitFor();
    await server.drop();
    await chip(page).filter({ hasText: 'RECONNECTING' }).waitFor();
    await server.listen();
    await chip(page).filter({ hasText: 'LIVE' }).waitFor();
    // OBS counts anew, the panel does not.
    const { outputDuration } = await stream();
    const shown = await chip(page).getByRole('timer').textContent();
    expect(Number(shown?.slice(-2)) * 1000).toBeGreaterThan(outputDuration + 2000);
    await tap(chip(page));
    await hold(page, sheet(page).getByRole('button', { name: /^Stop the stream/ }));
    await sheet(page).getByText('Nobody sees you').waitFor();
    expect((await stream()).outputActive).toBe(false);
    await context.close();
  });

  it('to a server that is not there is said, and nothing claims to be live', async () => {
    const { page, context } = await booth.panel();
    await server.drop();
    await tap(chip(page));
    await hold(page, sheet(page).getByRole('button', { name: /^Go live/ }));
    await page.getByText('NOBODY SEES YOU').first().waitFor();
    expect(await chip(page).textContent()).toContain('OFFLINE');
    await context.close();
  });

  it('begins by its key held, and is not ended by that key', async () => {
    const { page, context } = await booth.panel();
    await found(chip(page));
    await page.keyboard.down('KeyS');
    await chip(page).filter({ hasText: 'LIVE 0:00' }).waitFor();
    await page.keyboard.up('KeyS');
    await page.keyboard.down('KeyS');
    await sheet(page).waitFor();
    await page.keyboard.up('KeyS');
    expect((await stream()).outputActive).toBe(true);
    await booth.hand.call('StopStream');
    await sheet(page).getByText('Nobody sees you').waitFor();
    await context.close();
  });
});

describe('when OBS is killed while it records and is live', () => {
  it('one hold brings back the scene, the recording as another part, and the stream', async () => {
    const { page, context } = await booth.panel();
    await booth.hand.call('SetCurrentProgramScene', { sceneName: 'Demo' });
    await booth.hand.call('StartRecord');
    await booth.hand.call('StartStream');
    await chip(page).filter({ hasText: 'LIVE 0:00:01' }).waitFor();
    await booth.obs.kill();
    await server.listen();
    await booth.obs.start();
    await booth.takeHand();
    const offer = page.getByRole('region', { name: 'RESUME?' });
    await hold(page, offer.getByRole('button', { name: /^Resume/ }));
    await offer.waitFor({ state: 'detached' });
    expect(await booth.programScene()).toBe('Demo');
    expect((await booth.hand.call('GetRecordStatus')).outputActive).toBe(true);
    expect((await stream()).outputActive).toBe(true);
    expect(booth.journal('outputs.resume')).toBe(1);
    await booth.hand.call('StopStream');
    await expect.poll(async () => (await stream()).outputActive, SOON).toBe(false);
    await context.close();
  });
});
