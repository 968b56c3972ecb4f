import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { Cleanups } from './bench/cleanups.js';
import { measureCrowdLoad } from './bench/crowdLoad.js';
import { measureCuts } from './bench/cuts.js';
import { measureMutes } from './bench/mutes.js';
import { openObsBooth } from './bench/obsBooth.js';
import { measureObsCost } from './bench/obsCost.js';
import { measurePages } from './bench/pages.js';
import { FULL, QUICK, type Plan } from './bench/plan.js';
import type { Row } from './bench/row.js';
import { measureStarts } from './bench/starts.js';
import { measureTapCost } from './bench/tapCost.js';
import { table } from './bench/table.js';
import { askedToEnd, failWith } from './commandLine.js';

// `npm run bench`: the numbers of the design, each as a ratio against a floor in the same run.
try {
  const options = readOptions(process.argv.slice(2));
  const plan = options.quick ? QUICK : FULL;
  const { rows: starts } = await measure('starts', async (own) => ({ rows: await measureStarts(own, plan) }));
  const { rows: costs } = await measure('what a tap costs', async (own) => ({
    rows: await measureTapCost(own, plan),
  }));
  const { rows: onObs, obs } = await measure('what goes to OBS', (own) => measureOnObs(own, plan));
  const { rows: pages, chromium } = await measure('pages', (own) => measurePages(own, plan));
  report([...onObs, ...costs, ...pages, ...starts], { obs, chromium }, options);
} catch (error) {
  failWith(error);
}

async function measureOnObs(own: Cleanups, plan: Plan): Promise<{ rows: Row[]; obs: string }> {
  const booth = await openObsBooth(own);
  const rows = [
    ...(await measureCuts(booth, plan)),
    ...(await measureMutes(booth, plan)),
    ...(await measureObsCost(own, booth, plan)),
    ...(await measureCrowdLoad(own, booth, plan)),
  ];
  return { rows, obs: booth.obsVersion };
}

interface Options {
  json: string | null;
  quick: boolean;
  strict: boolean;
}

function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'string' },
      quick: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
    },
  });
  return { ...values, json: values.json ?? null };
}

/** Whatever was started is ended, also when somebody at the terminal has seen enough. */
async function measure<T>(name: string, act: (own: Cleanups) => Promise<T>): Promise<T> {
  console.error(`Measuring ${name} …`);
  const own = new Cleanups();
  const stopped = askedToEnd().then((): never => {
    throw new Error('Stopped.');
  });
  try {
    return await Promise.race([act(own), stopped]);
  } finally {
    await own.run();
  }
}

function report(rows: Row[], versions: { obs: string; chromium: string }, options: Options): void {
  const machine = {
    node: process.versions.node,
    ...versions,
    platform: `${process.platform} ${process.arch}`,
    cores: availableParallelism(),
    // Of the last minute: what else runs here stretches the absolute times, and the ratios less.
    load: Number(loadavg()[0]?.toFixed(1)),
  };
  const facts = Object.entries(machine).map(([name, value]) => `${name} ${value}`);
  console.log(`${facts.join(', ')}${options.quick ? ', quick' : ''}\n\n${table(rows)}`);
  if (options.json !== null) {
    const json = { at: new Date().toISOString(), quick: options.quick, machine, rows };
    writeFileSync(options.json, `${JSON.stringify(json, null, 2)}\n`);
  }
  const missed = rows.filter(({ verdict }) => verdict === 'missed').length;
  console.log(`\n${missed === 0 ? 'No goal was missed.' : `${missed} missed.`}`);
  if (options.strict && missed > 0) process.exitCode = 1;
}
