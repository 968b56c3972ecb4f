import { launchChromium } from './chromium.js';
import type { Cleanups } from './cleanups.js';
import { measureBusyDisk } from './busyDisk.js';
import { crowdOf } from './crowdOf.js';
import { measureFirstLoad } from './firstLoad.js';
import { endHelper, startHelper } from './helper.js';
import { measureInteractive } from './interactive.js';
import { measureCrowdedTaps, measureOverlayTaps } from './overlayTaps.js';
import type { Plan } from './plan.js';
import type { Row } from './row.js';
import { openStage } from './stage.js';

/** The goal of the design names the larger. */
const CROWDS = [50, 200];

/** Everything that needs a browser, in one. */
export async function measurePages(
  cleanups: Cleanups,
  plan: Plan,
): Promise<{ rows: Row[]; chromium: string }> {
  const browser = await launchChromium();
  cleanups.add(() => browser.close());
  const stage = await openStage(cleanups, browser);
  const rows = [
    ...(await measureFirstLoad(browser, stage.server)),
    ...(await measureInteractive(browser, stage.server, plan)),
    ...(await measureOverlayTaps(stage, plan)),
    ...(await measureBusyDisk(cleanups, stage, plan)),
  ];
  for (const crowd of CROWDS) {
    const helper = await startHelper(cleanups, 'crowdProcess.js', [
      stage.server.url,
      stage.floorUrl,
      await crowdOf(stage.server, crowd),
    ]);
    rows.push(...(await measureCrowdedTaps(stage, plan, crowd)));
    await endHelper(helper);
  }
  return { rows, chromium: browser.version() };
}
