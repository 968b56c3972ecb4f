import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { markSchema, type Mark } from '../../server/protocol/persisted.js';
import { Booth, SOON, found, tap } from './booth.js';

let booth: Booth;
beforeAll(async () => {
  booth = await Booth.open(null);
});
afterAll(() => booth.close());
beforeEach(() => booth.reset());
afterEach(() => booth.checkObs());

/** As they are on the server's disk, oldest first. */
function marks(): Mark[] {
  return booth.slices('mark', markSchema).sort((a, b) => a.at - b.at);
}

describe('a mark on a real booth', () => {
  it('is set by a tap while it records, and belongs to the take', async () => {
    const { page, context } = await booth.panel();
    await tap(page.getByRole('button', { name: /^Record/ }));
    await page.getByText('file growing').waitFor({ timeout: 20_000 });
    await tap(page.getByRole('button', { name: /^Mark/ }));
    await page.getByText('1 in take').waitFor();
    const [mark] = marks();
    expect(mark?.takeId).not.toBeNull();
    expect(Math.abs(Date.now() - (mark?.at ?? 0))).toBeLessThan(5000);
    await context.close();
  });

  it('that is set with the key while the server is away is kept by the device, and comes with its time', async () => {
    const { page, context } = await booth.panel();
    const before = marks().length;
    await booth.server.kill();
    await page.getByText(/NO CONNECTION/).waitFor();
    await found(page.getByRole('button', { name: /^Mark/ }));
    await page.keyboard.press('KeyM');
    const pressedAt = Date.now();
    await page.getByText('1 kept, will be sent').waitFor();
    await booth.server.start();
    await expect.poll(() => marks().length, SOON).toBe(before + 1);
    await page.getByText('1 kept, will be sent').waitFor({ state: 'detached' });
    const mark = marks().at(-1);
    expect(Math.abs(pressedAt - (mark?.at ?? 0))).toBeLessThan(500);
    expect(mark?.takeId).toBeNull();
    await context.close();
  });
});

describe('the last minute on a real booth', () => {
  it('is kept by one tap and saved by the next', async () => {
    const { page, context } = await booth.panel();
    await tap(page.getByRole('button', { name: 'Keep last minute' }));
    const save = page.getByRole('button', { name: 'Save last minute' });
    await save.waitFor();
    // OBS keeps nothing before its first key frame.
    await booth.hand.callBatch([{ requestType: 'Sleep', requestData: { sleepMillis: 1500 } }]);
    await tap(save);
    await page.getByText(/^saved \d/).waitFor();
    await booth.hand.call('StopReplayBuffer');
    await context.close();
  });
});
