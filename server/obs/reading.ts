import type { Clock } from '../show/clock.js';
import type { RecordOutput, State } from '../protocol/slices.js';
import type { Log } from '../show/log.js';
import { AbilitiesReading } from './abilitiesReading.js';
import { ProgramReading } from './programReading.js';
import type { KnownStream } from './onAirClock.js';
import { RecordReading } from './recordReading.js';
import { ReplayReading } from './replayReading.js';
import { Rereads } from './rereads.js';
import { SceneReading } from './sceneReading.js';
import type { Ask } from './session.js';
import { SoundReading } from './soundReading.js';
import type { SourceIds } from './sourceIds.js';
import { StreamReading } from './streamReading.js';
import { StudioReading } from './studioReading.js';
import { TallyReading } from './tallyReading.js';
import type { TopicReading } from './topicReading.js';
import { TransitionReading } from './transitionReading.js';
import type { News, ObsScene, ObsSource } from './translate/events.js';
import { VirtualCameraReading } from './virtualCameraReading.js';
import { NotReady, readCollection, readVersion, type ObsVersion } from './translate/reads.js';

/** A change that never ends by OBS's word is looked at after this, in ms. Network media took OBS 10 s to close. */
const CHANGE_LIMIT_MS = 30_000;
/** A "changing" that comes after its own "changed" was overtaken by it; told by name within this time, in ms. */
const STRAGGLER_MS = 1000;

/** The slices that are OBS's own. */
export const MIRRORED = [
  'scenes',
  'sound',
  'studio',
  'program',
  'transition',
  'tally',
  'record',
  'stream',
  'replay',
  'virtualCamera',
  'abilities',
] as const satisfies (keyof State)[];
type Topic = (typeof MIRRORED)[number];
/** Read in this order: a scene is known before it is on program, and studio mode before what it does to program. */
const STAGE = ['scenes', 'studio', 'program'] as const satisfies Topic[];
const BESIDE = MIRRORED.filter((topic) => !STAGE.some((it) => it === topic));
export type Mirrored = Pick<State, Topic>;

/** What OBS says of itself, in our words. */
export interface Picture {
  version: ObsVersion;
  collection: string;
  changing: boolean;
  slices: Mirrored;
}

export interface ReadingOptions {
  ask: Ask;
  clock: Clock;
  log: Log;
  sceneIds: SourceIds;
  inputIds: SourceIds;
  /** What was mirrored of the recording before the link dropped. */
  before: RecordOutput | null;
  knownStream: () => KnownStream | null;
  /** The picture may have changed. Called once for all that changed together. */
  onPicture: () => void;
}

/** One session's picture of OBS: events mark what to read, reads make the picture. Thrown away with the session. */
export class Reading {
  readonly #options: ReadingOptions;
  readonly #rereads: Rereads<Topic | 'everything'>;
  readonly #scenes: SceneReading;
  readonly #sound: SoundReading;
  readonly #transition: TransitionReading;
  readonly #topics: { readonly [T in Topic]: TopicReading<State[T]> };
  #version: ObsVersion | null = null;
  #collection = '';
  #picture: Picture | null = null;
  /** OBS is between "changing" and "changed". */
  #frozen = false;
  #lastChanged: { name: string; at: number } | null = null;
  #endChange: () => void = () => undefined;
  #forgetSteps: () => void = () => undefined;

  constructor(options: ReadingOptions) {
    this.#options = options;
    const { clock, log, before } = options;
    const idOf = (scene: ObsScene) => options.sceneIds.idOf(this.#collection, scene);
    const lookIn = (topic: Topic) => (ms: number) => this.#rereads.markIn(ms, topic);
    const common = { clock, ask: this.#ask, idOf };
    this.#rereads = new Rereads({ clock, log, laneOf, read: (topic) => this.#read(topic) });
    this.#scenes = new SceneReading({ ...common, lookIn: lookIn('scenes') });
    this.#sound = new SoundReading({ ...common, idOf: this.inputId, lookIn: lookIn('sound') });
    this.#transition = new TransitionReading({ ...common, lookIn: lookIn('transition') });
    const studio = new StudioReading(common);
    const isStudio = () => studio.value.isOn;
    const isThere = (sceneId: string) => this.find(sceneId) !== undefined;
    this.#topics = {
      scenes: this.#scenes,
      sound: this.#sound,
      studio,
      program: new ProgramReading({ ...common, isStudio, isThere, lookIn: lookIn('program') }),
      transition: this.#transition,
      tally: new TallyReading({ ...common, inputIdOf: this.inputId }),
      record: new RecordReading({ ...common, before, lookIn: lookIn('record') }),
      stream: new StreamReading({ ...common, known: options.knownStream, lookIn: lookIn('stream') }),
      replay: new ReplayReading({ ...common, lookIn: lookIn('replay') }),
      virtualCamera: new VirtualCameraReading({ ...common, lookIn: lookIn('virtualCamera') }),
      abilities: new AbilitiesReading((request) => this.#version?.requests.has(request) === true),
    };
  }

  /** Resolves when everything was read. */
  async open(): Promise<void> {
    this.#forgetSteps = this.#options.clock.onStep(() => {
      for (const topic of MIRRORED) if (this.#topics[topic].clockStepped?.()) this.#rereads.mark(topic);
    });
    await this.#rereads.look('everything');
  }

  close(): void {
    this.#forgetSteps();
    this.#endChange();
    this.#rereads.stop();
  }

  /** Null until everything was read once; replaced, never mutated. */
  get picture(): Picture | null {
    return this.#picture;
  }

  find(sceneId: string): ObsScene | undefined {
    return this.#scenes.find(sceneId);
  }

  findInput(inputId: string): ObsSource | undefined {
    return this.#sound.find(inputId);
  }

  readonly inputId = (input: ObsSource): string => this.#options.inputIds.idOf(this.#collection, input);

  /** The last transition has ended, sound included. */
  get isQuiet(): boolean {
    return this.#transition.isQuiet;
  }

  /** Reads everything again. @throws CallFailed */
  lookAgain(): Promise<void> {
    return this.#rereads.look('everything');
  }

  /** Something did not fit: everything is read again, and by itself until it was. */
  doubt(): void {
    this.#rereads.mark('everything');
  }

  hear(news: News): void {
    if (news.about === 'changing') return this.#freeze(news.name);
    if (news.about === 'changed') return this.#changed(news.name);
    // What follows is OBS taking itself apart; the link's death tells the rest.
    if (news.about === 'exit') return this.#rereads.stop();
    if (news.about === 'rename') this.#options.sceneIds.rename(this.#collection, news.from, news.to);
    if (news.about === 'input-rename') this.#options.inputIds.rename(this.#collection, news.from, news.to);
    for (const topic of MIRRORED) if (this.#topics[topic].hear(news)) this.#rereads.mark(topic);
  }

  #changed(newName: string): void {
    this.#lastChanged = { name: newName, at: this.#options.clock.now() };
    this.#thaw();
  }

  /** Nothing that OBS says during a change is believed: 5.1 gives empty lists, newer ones refuse. */
  #freeze(oldName: string): void {
    const { clock, onPicture } = this.#options;
    const last = this.#lastChanged;
    if (last !== null && clock.now() - last.at < STRAGGLER_MS && last.name !== oldName) return;
    this.#endChange();
    this.#frozen = true;
    this.#endChange = clock.after(CHANGE_LIMIT_MS, () => this.#thaw());
    if (this.#picture === null) return;
    this.#picture = { ...this.#picture, changing: true };
    onPicture();
  }

  #thaw(): void {
    this.#endChange();
    this.#endChange = () => undefined;
    this.#frozen = false;
    this.#rereads.mark('everything');
    this.#rereads.hurry();
  }

  readonly #ask: Ask = async (type, data) => {
    if (this.#frozen) throw new NotReady('changing');
    const answer = await this.#options.ask(type, data);
    if (this.#frozen) throw new NotReady('changing');
    return answer;
  };

  async #read(topic: Topic | 'everything'): Promise<void> {
    // After a change everything is read, and shown at once.
    if (topic !== 'everything' && this.#picture?.changing) return;
    if (topic === 'everything') await this.#readEverything();
    else await this.#topics[topic].read(false);
    if (this.#version === null) return;
    this.#picture = {
      version: this.#version,
      collection: this.#collection,
      changing: false,
      slices: this.#slices(),
    };
    this.#options.onPicture();
  }

  async #readEverything(): Promise<void> {
    this.#version ??= await readVersion(this.#ask);
    this.#collection = await readCollection(this.#ask);
    const reads = [this.#readStage(), ...BESIDE.map((topic) => this.#topics[topic].read(true))];
    // One that failed does not leave the others under way.
    for (const end of await Promise.allSettled(reads)) if (end.status === 'rejected') throw end.reason;
  }

  async #readStage(): Promise<void> {
    for (const topic of STAGE) await this.#topics[topic].read(true);
  }

  #slices(): Mirrored {
    // Each topic's value is the slice of its name, by the type of `#topics`; the compiler cannot follow the loop.
    return Object.fromEntries(MIRRORED.map((topic) => [topic, this.#topics[topic].value])) as Mirrored;
  }
}

function laneOf(topic: Topic | 'everything'): string | null {
  if (topic === 'everything') return null;
  return STAGE.some((it) => it === topic) ? 'stage' : topic;
}
