import { setTimeout as pause } from 'node:timers/promises';
import type { CommandName } from '../../server/protocol/commands.js';
import { LAYERS, type Layer } from '../../server/protocol/codes.js';
import { Booth } from './booth.js';
import type { Count } from './count.js';
import { Judge } from './judge.js';
import { airOf, unsettled } from './settled.js';
import type { State } from '../../server/protocol/slices.js';
import type { Step } from './steps.js';

/** What never comes right is looked for here; how soon it does is measured elsewhere, on a machine that is not busy. */
const SETTLES_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 25;

/** Whoever sends one of these may take something off air. */
const TAKES_OFF: ReadonlySet<CommandName> = new Set<CommandName>([
  'graphic.show',
  'graphic.hide',
  'graphic.clearAll',
  'show.safe',
]);

/** One run: a show from its start, and what happens to it. */
export interface Run {
  realObs: boolean;
  /** Its folder is a disk that can be filled up. */
  smallDisk: boolean;
  steps: readonly Step[];
}

/** Plays one run; rejects with what was broken, and after which step. Time that is over ends it early, and whole. */
export async function play(run: Run, isOver: () => boolean, count: Count): Promise<void> {
  const booth = await Booth.open(run);
  try {
    const round = new Round(booth);
    await round.settle('the start');
    // Without guests a third of what is tapped has nothing to act on.
    for (const n of [0, 1]) await booth.happen({ is: 'tap', tablet: n, name: 'guest.add', n, how: 'once' });
    await round.settle('the guests');
    for (const [index, step] of run.steps.entries()) {
      if (isOver()) break;
      count.happened(step);
      await booth.happen(step);
      if (step.rush) round.look(said(step, index));
      else await round.settle(said(step, index));
    }
    await booth.calm();
    await round.settle('the end, when all is whole again');
    const code = await booth.server.stop();
    if (code !== 0) throw new Error(`the server ended with ${code} when it was asked to`);
  } finally {
    count.sent(booth.log);
    await booth.close();
  }
}

function said(step: Step, index: number): string {
  return `step ${index + 1} ${JSON.stringify(step)}`;
}

/** The model of one run: what was so when it last stood still, and what may have changed since. */
class Round {
  readonly #booth: Booth;
  readonly #judge: Judge;
  #air: ReadonlyMap<Layer, string> = new Map();
  readonly #gone = new Set<string>();
  /** Instances that go off by themselves. */
  readonly #timed = new Set<string>();
  /** Commands before this one were answered when it last stood still. */
  #from = 0;

  constructor(booth: Booth) {
    this.#booth = booth;
    this.#judge = new Judge(booth);
  }

  look(after: string): void {
    this.#judge.look();
    const [first] = this.#booth.complaints;
    if (first !== undefined) throw new Error(`${first}\nafter ${after}`);
  }

  /** Waits until everything that can come right has; what does not is broken. */
  async settle(after: string): Promise<void> {
    const deadline = Date.now() + SETTLES_WITHIN_MS;
    for (;;) {
      this.look(after);
      if (!this.#booth.server.isAlive) await this.#booth.startServer();
      // A real one crashes by itself too, which is one more thing to survive.
      if (!this.#booth.obs.isAlive) await this.#booth.obs.start(false);
      const wrong = await unsettled(this.#booth);
      if (wrong.length === 0) break;
      if (Date.now() > deadline) throw new Error(`${wrong.join('\n')}\nafter ${after}`);
      await pause(LOOK_EVERY_MS);
    }
    this.#stands(after);
  }

  /** On air survives everything but a command; takes and marks survive all. */
  #stands(after: string): void {
    const { log, witness: tablet, isDiskFull } = this.#booth;
    if (tablet === undefined) return;
    if (!isDiskFull && log.isMemoryOnly) {
      log.isMemoryOnly = false;
      log.saw(tablet.state);
    }
    const lost = [...log.kept].filter((key) => !(key in tablet.state));
    if (lost.length > 0) throw new Error(`lost: ${lost.join()}\nafter ${after}`);
    if (!isDiskFull) this.#comparesAir(tablet.state, after);
  }

  #comparesAir(state: Partial<State>, after: string): void {
    const air = airOf(this.#booth);
    if (air === null) return;
    for (const layer of LAYERS) {
      const onAir = state[`wanted:${layer}`]?.onAir;
      if (onAir?.autoOffMs != null) this.#timed.add(onAir.instanceId);
    }
    const since = this.#booth.log.sent.slice(this.#from);
    const mayHaveGone = since.some(({ frame }) => TAKES_OFF.has(frame.name));
    for (const [layer, instanceId] of this.#air) {
      const isOn = air.get(layer) === instanceId;
      const hadTime = this.#timed.has(instanceId);
      if (!isOn && !mayHaveGone && !hadTime)
        throw new Error(`${instanceId} went off air by itself\nafter ${after}`);
      if (!isOn) this.#gone.add(instanceId);
    }
    const back = [...air.values()].filter((instanceId) => this.#gone.has(instanceId));
    if (back.length > 0) throw new Error(`back on air by itself: ${back.join()}\nafter ${after}`);
    this.#air = air;
    const open = this.#booth.log.open();
    const oldest = this.#booth.log.sent.findIndex(
      (sent) => open.includes(sent) && sent.by.generation === sent.generation,
    );
    this.#from = oldest < 0 ? this.#booth.log.sent.length : oldest;
  }
}
