import OBSWebSocket from 'obs-websocket-js/json';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { startHeadlessObs } from '../../scripts/headless/obs.js';
import { missingPackages } from '../../scripts/headless/packages.js';
import type { DialectName } from '../../server/simulator/dialect.js';
import { startSimulator, type Simulator } from '../../server/simulator/simulator.js';

/** An OBS to test against, real or not; it starts with the scenes Wide (on program), Close-up, Demo and Holding. */
export interface Target {
  readonly url: string;
  readonly password: string;
  readonly port: number;
  /** Null on the real OBS: only the simulator can be told to misbehave beyond hanging and dying. */
  readonly simulator: Simulator | null;
  /** The socket stays open and nothing is answered. */
  hang(): void;
  resume(): void;
  /** Dies without a word; `restart` brings it back on the same port. */
  kill(): Promise<void>;
  /** Ends as when somebody closes it; `restart` brings it back on the same port. */
  quit(): Promise<void>;
  /** Resolves when it answers again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** A client of its own, as somebody who clicks in OBS; disconnected after the test. */
  poke(): Promise<OBSWebSocket>;
  disconnectPokes(): Promise<void>;
  /** Resolves with the story when it dies by itself; never where it cannot. */
  readonly died: Promise<string>;
}

/** What a suite is told about its target before the target runs. */
export interface TargetKind {
  readonly name: string;
  readonly isReal: boolean;
  readonly hasUuids: boolean;
  open(): Promise<Target>;
}

const PASSWORD = 'known to the tests';
const START_LIMIT_MS = 60_000;

/** The simulator in both dialects, and a real OBS. */
export const TARGETS: readonly TargetKind[] = [
  { name: 'the simulator, 5.1', isReal: false, hasUuids: false, open: () => openSimulator('5.1') },
  { name: 'the simulator, 5.5', isReal: false, hasUuids: true, open: () => openSimulator('5.5') },
  { name: 'a real OBS', isReal: true, hasUuids: false, open: openRealObs },
];

/**
 * Runs one suite over every target, each started before the suite and stopped after it. Tests of a suite share it and
 * leave it as they found it. Where OBS is not installed its suite is skipped under a title that says what is missing.
 */
export function describeEachObs(name: string, suite: (target: () => Target, kind: TargetKind) => void): void {
  for (const kind of TARGETS) {
    const missing = kind.isReal ? missingPackages() : [];
    if (missing.length > 0) {
      describe.skip(`${name}: ${kind.name} (not installed: ${missing.join(', ')})`, () => suite(never, kind));
    } else {
      describe(`${name}: ${kind.name}`, () => onTarget(kind, suite));
    }
  }
}

function onTarget(kind: TargetKind, suite: (target: () => Target, kind: TargetKind) => void): void {
  let target: Target | null = null;
  let death: string | null = null;
  beforeAll(async () => {
    const opened = await kind.open();
    target = opened;
    void opened.died.then((story) => (death = story));
  }, START_LIMIT_MS);
  afterEach(async () => {
    await target?.disconnectPokes();
    if (death !== null) throw new Error(death);
  });
  afterAll(() => target?.stop(), START_LIMIT_MS);
  suite(() => target ?? never(), kind);
}

function never(): never {
  throw new Error('the target runs only within a test');
}

async function openSimulator(dialect: DialectName): Promise<Target> {
  const simulator = await startSimulator({ port: 0, password: PASSWORD, dialect });
  return {
    ...pokes(simulator.url),
    url: simulator.url,
    password: PASSWORD,
    port: simulator.port,
    simulator,
    hang: () => simulator.faults.hang(),
    resume: () => simulator.faults.resume(),
    kill: () => simulator.crash(),
    quit: () => simulator.quit(),
    restart: () => simulator.start(),
    stop: () => simulator.stop(),
    died: new Promise(() => {}), // it lives in this process
  };
}

async function openRealObs(): Promise<Target> {
  const obs = await startHeadlessObs({
    port: 0,
    password: PASSWORD,
    size: { width: 640, height: 360 },
    fps: 30, // a cut waits for a frame
    scenes: 'booth',
    overlayDisplay: null,
  });
  return {
    ...pokes(obs.url),
    url: obs.url,
    password: PASSWORD,
    port: obs.port,
    simulator: null,
    hang: () => obs.pause(),
    resume: () => obs.resume(),
    kill: () => obs.kill(),
    quit: () => obs.quit(),
    restart: () => obs.start(),
    stop: () => obs.stop(),
    died: obs.died,
  };
}

function pokes(url: string): Pick<Target, 'poke' | 'disconnectPokes'> {
  const clients: OBSWebSocket[] = [];
  return {
    async poke() {
      const client = new OBSWebSocket();
      clients.push(client);
      await client.connect(url, PASSWORD);
      return client;
    },
    async disconnectPokes() {
      await Promise.all(clients.splice(0).map((client) => client.disconnect()));
    },
  };
}
