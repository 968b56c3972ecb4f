import type { Browser } from 'playwright-core';
import { afterAll } from 'vitest';
import { launchBrowser } from '../fixtures/browser.js';
import { BuiltServer } from '../fixtures/builtServer.js';

/** The built server with the simulator and a real Chromium, for all tests of the file that awaits it. */
export async function simulatorBooth(): Promise<{ server: BuiltServer; browser: Browser }> {
  const server = new BuiltServer(['--simulator'], {});
  afterAll(() => server.dispose());
  const [browser] = await Promise.all([launchBrowser(), server.start()]);
  afterAll(() => browser.close());
  return { server, browser };
}
