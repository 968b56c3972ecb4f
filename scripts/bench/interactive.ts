import type { BuiltServer } from '../headless/builtServer.js';
import type { Browser } from 'playwright-core';
import type { Plan } from './plan.js';
import { row, type Row } from './row.js';
import { quantile } from './samples.js';

const TABLET = { width: 1180, height: 820 };
const THROTTLE = 4;

/** From the address to a panel that can be tapped, on a processor four times as slow. */
export async function measureInteractive(browser: Browser, server: BuiltServer, plan: Plan): Promise<Row[]> {
  const times: number[] = [];
  for (let load = 0; load < plan.loads; load++) times.push(await loadOnce(browser, server));
  return [
    row({
      what: `panel interactive at ${THROTTLE}x CPU throttle, median`,
      unit: 'ms',
      measured: quantile(times, 0.5),
      floor: null,
      goal: { of: 'measured', is: 'below', limit: 1500 },
      note: `worst of ${times.length}: ${quantile(times, 1).toFixed(0)} ms, nothing cached`,
    }),
  ];
}

/** In ms by the page's own clock, from navigation until a live action is enabled. */
async function loadOnce(browser: Browser, server: BuiltServer): Promise<number> {
  const context = await browser.newContext({ viewport: TABLET });
  await context.addCookies([await server.tablet()]);
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  await page.goto(`${server.url}/`, { waitUntil: 'commit' });
  await page
    .getByRole('button', { name: /^ALL OFF/ })
    .and(page.locator(':enabled'))
    .waitFor();
  const ms = Number(await page.evaluate('performance.now()'));
  await context.close();
  return ms;
}
