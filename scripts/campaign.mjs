/**
 * `npm run campaign -- --minutes 30 --seed N`: random commands and faults on the built server, for as long as said. A
 * failure is printed with its seed, its path and as few steps as were found; `--path` plays it again. With `--real-obs`
 * OBS is a real one, without a screen.
 */
import { parseArgs } from 'node:util';
import { refuseOldNode } from './node.mjs';

refuseOldNode();
const { installIfStale } = await import('./install.mjs');
const { buildIfStale } = await import('./buildIfStale.mjs');
const { runTool } = await import('./command.mjs');

const SHRINK_MINUTES = '10';

const env = readOptions();
if (env === null) process.exit(2);
if (!(await installIfStale({ tools: true })) || (await buildIfStale()) === null) process.exit(1);
const { code } = await runTool('vitest/vitest.mjs', ['run', '--project', 'campaign', 'campaign.test.ts'], {
  env: { CI: 'true', ...env },
});
process.exitCode = code;

/** @returns {Record<string, string> | null} null when they make no sense, and that was said */
function readOptions() {
  try {
    const {
      minutes,
      seed,
      path,
      'real-obs': isReal,
    } = parseArgs({
      options: {
        minutes: { type: 'string', default: '30' },
        seed: { type: 'string' },
        path: { type: 'string' },
        'real-obs': { type: 'boolean', default: false },
      },
    }).values;
    if (!(Number(minutes) > 0)) throw new Error(`--minutes takes a number, not "${minutes}".`);
    if (seed !== undefined && !/^-?\d+$/.test(seed)) throw new Error(`--seed takes a number, not "${seed}".`);
    if (path !== undefined && seed === undefined)
      throw new Error('--path needs the --seed that it belongs to.');
    return {
      SHOWFLOOR_CAMPAIGN_MINUTES: minutes,
      SHOWFLOOR_CAMPAIGN_SHRINK_MINUTES: SHRINK_MINUTES,
      SHOWFLOOR_CAMPAIGN_SEED: seed ?? String(Date.now() % 2 ** 31),
      ...(isReal && { SHOWFLOOR_CAMPAIGN_OBS: 'real' }),
      ...(path !== undefined && { SHOWFLOOR_CAMPAIGN_PATH: path }),
    };
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return null;
  }
}
