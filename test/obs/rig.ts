import { randomUUID } from 'node:crypto';
import { SystemClock } from '../../server/clock.js';
import { ObsLink } from '../../server/obs/link.js';
import { Mirror, type MirrorOptions } from '../../server/obs/mirror.js';
import type { KnownId } from '../../server/obs/sourceIds.js';
import { Verbs } from '../../server/obs/verbs.js';
import type { OwnFormatting, State } from '../../server/protocol/slices.js';
import type { Changes } from '../../server/show/disk.js';
import type { Log } from '../../server/show/log.js';

/** What a test looks at: the slices as a page would have them, and every change on the way. */
export interface Rig {
  link: ObsLink;
  verbs: Verbs;
  mirror: Mirror;
  log: Log;
  clock: SystemClock;
  /** What is to be put back into OBS's profiles; it outlives a rig when it is handed on. */
  readonly kept: Map<string, OwnFormatting>;
  readonly state: Partial<State>;
  /** Every published change since the start, oldest first. */
  readonly history: Changes[];
  /** What was logged as an error: bugs. */
  readonly faults: string[];
  /** Resolves with the state when it fits, at once or later; rejects with the state after `limitMs`. */
  until(what: string, fits: (state: Partial<State>) => boolean, limitMs?: number): Promise<Partial<State>>;
  /** Every change from now on. */
  follow(listener: (changes: Changes) => void): void;
  /** Of the scene by that name. */
  sceneId(name: string): string;
  /** Of the input by that name, which sounds. */
  inputId(name: string): string;
  /** Who is told how loud inputs are; there is one. */
  hearMeters(listener: MirrorOptions['onMeters']): void;
  stop(): Promise<void>;
}

export interface RigOptions {
  url: string;
  password: string | null;
  knownSceneId: KnownId;
  /** Absent: nothing is remembered. */
  inputMemory?: MirrorOptions['inputMemory'];
}

/** A name for a recording that none had before. */
export const takeFile = (): string => `take ${randomUUID()}`;

/** Link, mirror and verbs as the server wires them, on an OBS or a simulator. */
export function startRig({
  url,
  password,
  knownSceneId,
  inputMemory = { known: () => undefined, keep: () => undefined },
}: RigOptions): Rig {
  const clock = new SystemClock();
  const history: Changes[] = [];
  const kept = new Map<string, OwnFormatting>();
  const faults: string[] = [];
  const watchers = new Set<() => void>();
  const followers: ((changes: Changes) => void)[] = [];
  let state: Partial<State> = {};
  let hear: MirrorOptions['onMeters'] = () => undefined;

  const log: Log = (level, message, detail) => {
    if (level === 'error') faults.push(`${message} ${String(detail)}`);
  };
  const link = new ObsLink({ address: url, password, clock, log });
  const mirror = new Mirror({
    link,
    clock,
    log,
    knownSceneId,
    knownStream: () => null,
    onMeters: (meters) => hear(meters),
    inputMemory,
    publish(changes) {
      history.push(changes);
      state = { ...state, ...changes.set };
      for (const key of changes.gone ?? []) delete state[key];
      for (const watcher of watchers) watcher();
      for (const follower of followers) follower(changes);
    },
  });
  const formattings = {
    of: (profile: string) => kept.get(profile),
    keep: (formatting: OwnFormatting) => void kept.set(formatting.profile, formatting),
    drop: (profile: string) => void kept.delete(profile),
  };
  const verbs = new Verbs({ link, mirror, clock, log, formattings });
  mirror.start();
  link.start();

  return {
    link,
    verbs,
    mirror,
    log,
    clock,
    kept,
    history,
    faults,
    get state() {
      return state;
    },
    until(what, fits, limitMs = 5000) {
      return new Promise((resolve, reject) => {
        const look = () => {
          if (!fits(state)) return;
          settle();
          resolve(state);
        };
        const timer = setTimeout(() => {
          settle();
          reject(new Error(`not within ${limitMs} ms: ${what}\n${JSON.stringify(state, null, 1)}`));
        }, limitMs);
        const settle = () => {
          clearTimeout(timer);
          watchers.delete(look);
        };
        watchers.add(look);
        look();
      });
    },
    follow: (listener) => void followers.push(listener),
    sceneId(name) {
      const scene = state.scenes?.find((it) => it.name === name);
      if (scene === undefined) throw new Error(`no scene ${name} in ${JSON.stringify(state.scenes)}`);
      return scene.id;
    },
    inputId(name) {
      const input = state.sound?.find((it) => it.name === name);
      if (input === undefined) throw new Error(`no input ${name} in ${JSON.stringify(state.sound)}`);
      return input.id;
    },
    hearMeters(listener) {
      hear = listener;
    },
    stop: () => link.stop(),
  };
}
