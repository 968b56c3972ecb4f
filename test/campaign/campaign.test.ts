import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Count } from './count.js';
import { play, type Run } from './play.js';
import { steps } from './steps.js';

/** What fits into `npm test`; `npm run campaign` says how long, and with which seed. */
const MINUTES = Number(process.env['SHOWFLOOR_CAMPAIGN_MINUTES'] ?? 1.5);
const SHRINK_MINUTES = Number(process.env['SHOWFLOOR_CAMPAIGN_SHRINK_MINUTES'] ?? 0.5);
const seed = Number(process.env['SHOWFLOOR_CAMPAIGN_SEED'] ?? 1);
const path = process.env['SHOWFLOOR_CAMPAIGN_PATH'];
const realObs = process.env['SHOWFLOOR_CAMPAIGN_OBS'] === 'real';

const MINUTE_MS = 60_000;
const runs = fc.record({ realObs: fc.constant(realObs), smallDisk: fc.boolean(), steps });

describe('a show on a hostile floor', () => {
  it('keeps every rule of the house, whatever is killed, cut or filled up', async () => {
    const count = new Count();
    const first = await search({ seed, ...(path !== undefined && { path }) }, MINUTES, count);
    console.log(`Campaign: ${realObs ? 'real OBS, ' : ''}seed ${seed}, ${count.toString()}`);
    if (first !== null) {
      console.log(`Broken: ${first.error}\n${printed(first.run)}\nLooking for fewer steps that do the same.`);
      const smallest = (await shrunk(first)) ?? first;
      const options = `${realObs ? '--real-obs ' : ''}--seed ${seed} --path ${smallest.path}`;
      const command = `npm run campaign -- ${options}`;
      expect.fail(`${smallest.error}\n\n${printed(smallest.run)}\n\nAgain: ${command}`);
    }
    expect(count.steps).toBeGreaterThan(20);
  });
});

function printed({ smallDisk, steps: happened }: Run): string {
  const lines = happened.map((step, index) => `${index + 1}. ${JSON.stringify(step)}`);
  return [`on a disk that ${smallDisk ? 'can be filled' : 'is large'}:`, ...lines].join('\n');
}

interface Failure {
  error: string;
  run: Run;
  path: string;
}
type Where = { seed: number; path?: string };

/** The first run that breaks something, or null. */
async function search(where: Where, minutes: number, count: Count) {
  return check({ ...where, endOnFailure: true, numRuns: 1_000_000 }, minutes, count);
}

/** The same failure with as few steps as were found in time: steps are left out, and it is played again. */
function shrunk({ path }: Failure): Promise<Failure | null> {
  return check({ seed, path }, SHRINK_MINUTES, new Count());
}

async function check(
  parameters: fc.Parameters<[Run]>,
  minutes: number,
  count: Count,
): Promise<Failure | null> {
  const until = Date.now() + minutes * MINUTE_MS;
  let playing: Promise<Failure | null> = Promise.resolve(null);
  const property = fc.asyncProperty(runs, async (run) => {
    // Where the search is by now, as fast-check counts.
    const index = String(count.runs);
    count.runs += 1;
    const played = play(run, () => Date.now() > until, count);
    playing = played.then(
      () => null,
      (error: unknown) => ({ error: String(error), run, path: index }),
    );
    await played;
  });
  const limits = { interruptAfterTimeLimit: minutes * MINUTE_MS, markInterruptAsFailure: false };
  const { counterexample, counterexamplePath, errorInstance } = await fc.check(property, {
    ...parameters,
    ...limits,
  });
  // The one that its time cut off has ended by itself, and leaves no process behind.
  const last = await playing;
  if (counterexample === null) return last;
  return { error: String(errorInstance), run: counterexample[0], path: counterexamplePath ?? '' };
}
