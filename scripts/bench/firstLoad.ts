import { gzipSync } from 'node:zlib';
import type { Browser, Response } from 'playwright-core';
import type { BuiltServer } from '../headless/builtServer.js';
import { row, type Row } from './row.js';

const KINDS = [
  { type: 'script', what: 'panel, first load, script, gzip', limit: 80 },
  { type: 'stylesheet', what: 'panel, first load, style, gzip', limit: 15 },
] as const;
const TABLET = { width: 1180, height: 820 };

/** What a tablet loads to show the panel, as gzip would carry it. */
export async function measureFirstLoad(browser: Browser, server: BuiltServer): Promise<Row[]> {
  const loaded: Response[] = [];
  const context = await browser.newContext({ viewport: TABLET });
  await context.addCookies([await server.tablet()]);
  const page = await context.newPage();
  page.on('response', (response) => loaded.push(response));
  await page.goto(`${server.url}/`, { waitUntil: 'networkidle' });
  const rows = await Promise.all(
    KINDS.map(async ({ type, what, limit }) => {
      const files = loaded.filter((file) => file.request().resourceType() === type);
      const bodies = await Promise.all(files.map((file) => file.body()));
      return row({
        what,
        unit: 'kB',
        measured: bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000,
        floor: null,
        goal: { of: 'measured', is: 'at most', limit },
        note: `${files.length} files`,
      });
    }),
  );
  await context.close();
  return rows;
}
