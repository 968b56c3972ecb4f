import type { Browser } from 'playwright-core';
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../headless/chromium.js';

/** Starts Chromium without a window; says what is missing. */
export async function launchChromium(): Promise<Browser> {
  const { chromium } = await import('playwright-core').catch(() => {
    throw new Error('playwright-core is missing, which the bench drives Chromium with: npm ci');
  });
  return chromium.launch({
    executablePath: chromiumPath(),
    args: CHROMIUM_ARGUMENTS,
    // A signal is ours to answer: playwright would end this process before the rest is cleaned up.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
