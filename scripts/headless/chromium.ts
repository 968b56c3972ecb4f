import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Chromium as a tablet and as OBS's browser: no network but ours. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];

/** Where Chromium is: what `CHROMIUM` names, else where distributions put it. */
export function chromiumPath(): string {
  const path = process.env['CHROMIUM'] ?? PLACES.find((place) => existsSync(place));
  if (path === undefined) {
    throw new Error('Chromium is missing (Debian: chromium); the variable CHROMIUM may name it.');
  }
  return path;
}
