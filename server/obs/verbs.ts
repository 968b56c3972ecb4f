import type { OBSRequestTypes } from 'obs-websocket-js/json';
import type { RecordOutput } from '../protocol/slices.js';
import type { Clock } from '../show/clock.js';
import type { Device } from '../show/device.js';
import { Refusal } from '../show/refusal.js';
import { within } from './deadline.js';
import { Lanes } from './lanes.js';
import type { ObsLink } from './link.js';
import type { Session } from './session.js';
import type { ObsScene } from './translate/events.js';
import { refusalOf } from './translate/refusals.js';
import { programRequest } from './translate/programRequest.js';

/** Longer than a change of collection takes, shorter than anybody waits. */
const LOOK_LIMIT_MS = 3000;

/** What the verbs need of the mirror. */
interface Known {
  find(sceneId: string): ObsScene | undefined;
  knows(request: string): boolean;
  readonly recording: RecordOutput | null;
  lookAgain(): Promise<void>;
  doubt(): void;
}

export interface VerbsOptions {
  link: Pick<ObsLink, 'session' | 'state'>;
  mirror: Known;
  clock: Clock;
}

/** What we ask of OBS: in order on each target, the newest wins, nothing is sent to an OBS that does not answer. */
export class Verbs implements Device {
  readonly #options: VerbsOptions;
  readonly #lanes: Lanes;

  constructor(options: VerbsOptions) {
    this.#options = options;
    this.#lanes = new Lanes(options.clock);
  }

  /** By the transition that is chosen in OBS. */
  cut(sceneId: string, askedAt: number): Promise<void> {
    return this.#lanes.run('program', askedAt, async () => {
      this.#refuseUnlessHere();
      const scene = this.#options.mirror.find(sceneId);
      if (scene === undefined) throw new Refusal('scene-gone');
      await this.#send('SetCurrentProgramScene', programRequest(scene));
    });
  }

  startRecord(askedAt: number): Promise<void> {
    return this.#lanes.run('record', askedAt, async () => {
      if (this.#options.mirror.recording?.state === 'stopping') {
        throw new Refusal('obs-refused', { reason: 'the last recording is still being closed' });
      }
      await this.#send('StartRecord', undefined);
    });
  }

  stopRecord(askedAt: number): Promise<void> {
    return this.#lanes.run('record', askedAt, () => this.#send('StopRecord', undefined));
  }

  /** OBS says OK also when nothing runs, or when it cannot pause: only the mirror tells. */
  pauseRecord(askedAt: number): Promise<void> {
    return this.#lanes.run('record', askedAt, () => this.#send('PauseRecord', undefined));
  }

  resumeRecord(askedAt: number): Promise<void> {
    return this.#lanes.run('record', askedAt, () => this.#send('ResumeRecord', undefined));
  }

  async lookAgain(): Promise<void> {
    this.#refuseUnlessHere();
    try {
      await within(this.#options.clock, LOOK_LIMIT_MS, this.#options.mirror.lookAgain());
    } catch (error) {
      throw refusalOf(error);
    }
  }

  async #send<T extends keyof OBSRequestTypes>(type: T, data: OBSRequestTypes[T] | undefined): Promise<void> {
    const session = this.#refuseUnlessHere();
    if (!this.#options.mirror.knows(type)) {
      throw new Refusal('obs-refused', { reason: `this OBS does not know ${type}` });
    }
    try {
      await session.command(type, data);
    } catch (error) {
      const refusal = refusalOf(error);
      // What we believed is not so: read it again.
      if (refusal instanceof Refusal && refusal.code !== 'obs-timeout') this.#options.mirror.doubt();
      throw refusal;
    }
  }

  #refuseUnlessHere(): Session {
    const { state, session } = this.#options.link;
    if (state === 'not-responding') throw new Refusal('obs-hung');
    if (session === null) throw new Refusal('obs-away');
    return session;
  }
}
