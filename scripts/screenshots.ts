import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BadOption, failWith } from './commandLine.js';
import { launchChromium } from './bench/chromium.js';
import { Cleanups } from './bench/cleanups.js';
import { ACTS } from './screenshots/acts.js';
import { Camera } from './screenshots/camera.js';
import { Stage } from './screenshots/stage.js';

// `npm run screenshots`: the panel in every state, at three sizes and in two themes, to be looked at. What OBS is, is
// the simulator; the banner that says so is in one of the acts alone, because a show has none.
const cleanups = new Cleanups();
try {
  const options = readOptions(process.argv.slice(2));
  mkdirSync(options.out, { recursive: true });
  const browser = await launchChromium();
  cleanups.add(() => browser.close());
  const camera = new Camera(options);
  for (const act of ACTS.filter(({ name }) => options.only.length === 0 || options.only.includes(name))) {
    const stage = await Stage.open(browser, act);
    cleanups.add(() => stage.close());
    try {
      await act.play(stage, camera.of(act.name, stage));
    } catch (error) {
      console.error(`${act.name} ended early:`, error);
      await stage.page.screenshot({ path: join(options.out, `${act.name}-ended-early.png`) });
      process.exitCode = 1;
    }
    await stage.close();
  }
  console.log(`${camera.count} pictures are in ${options.out}.`);
  if (camera.findings.length > 0) {
    console.error(`axe finds:\n${camera.findings.join('\n')}`);
    process.exitCode = 1;
  }
} catch (error) {
  failWith(error);
} finally {
  await cleanups.run();
}

function readOptions(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      out: { type: 'string', default: 'screenshots' },
      only: { type: 'string', multiple: true, default: [] },
      axe: { type: 'boolean', default: false },
    },
  });
  const unknown = values.only.find((name) => !ACTS.some((act) => act.name === name));
  if (unknown !== undefined) {
    throw new BadOption(
      `--only takes one of ${ACTS.map(({ name }) => name).join(', ')}, not "${unknown}"; it may be repeated.`,
    );
  }
  return values;
}
