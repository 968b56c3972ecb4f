import { launchChromium } from './chromium.js';
import type { Cleanups } from './cleanups.js';
import { measureBusyDisk } from './busyDisk.js';
import { measureFirstLoad } from './firstLoad.js';
import { startHelper } from './helper.js';
import { measureCrowdedTaps, measureOverlayTaps } from './overlayTaps.js';
import type { Plan } from './plan.js';
import type { Row } from './row.js';
import { openStage } from './stage.js';

/** The goal of the design. */
const CROWD = 200;

/** Everything that needs a browser, in one. */
export async function measurePages(
  cleanups: Cleanups,
  plan: Plan,
): Promise<{ rows: Row[]; chromium: string }> {
  const browser = await launchChromium();
  cleanups.add(() => browser.close());
  const stage = await openStage(cleanups, browser);
  const rows = [
    ...(await measureFirstLoad(browser, `${stage.url}/`)),
    ...(await measureOverlayTaps(stage, plan)),
    ...(await measureBusyDisk(cleanups, stage, plan)),
  ];
  await startHelper(cleanups, 'crowdProcess.js', [stage.url, stage.floorUrl, String(CROWD)]);
  rows.push(...(await measureCrowdedTaps(stage, plan, CROWD)));
  return { rows, chromium: browser.version() };
}
