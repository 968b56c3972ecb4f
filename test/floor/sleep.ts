import type { Page } from 'playwright-core';

/** Stops a page whole, as sleep does: nothing runs in it until the answer is called, while the world goes on. */
export async function asleep(page: Page): Promise<() => Promise<void>> {
  const debug = await page.context().newCDPSession(page);
  const stopped = new Promise((resolve) => void debug.once('Debugger.paused', resolve));
  await debug.send('Debugger.enable');
  await debug.send('Debugger.pause');
  await stopped;
  return () => debug.detach();
}
