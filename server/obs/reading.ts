import type { Program, RecordOutput, Scene } from '../protocol/slices.js';
import type { Clock } from '../show/clock.js';
import type { Log } from '../show/log.js';
import { ProgramReading } from './programReading.js';
import { RecordReading } from './recordReading.js';
import { Rereads } from './rereads.js';
import type { SceneIds } from './sceneIds.js';
import { SceneReading } from './sceneReading.js';
import type { Ask } from './session.js';
import type { News, ObsScene } from './translate/events.js';
import { NotReady, readCollection, readVersion, type ObsVersion } from './translate/reads.js';

/** A change that never ends by OBS's word is looked at after this, in ms. Network media took OBS 10 s to close. */
const CHANGE_LIMIT_MS = 30_000;
/** A "changing" that comes after its own "changed" was overtaken by it; told by name within this time, in ms. */
const STRAGGLER_MS = 1000;

type Topic = 'everything' | 'scenes' | 'program' | 'record';

/** What OBS says of itself, in our words. */
export interface Picture {
  version: ObsVersion;
  collection: string;
  changing: boolean;
  scenes: Scene[];
  program: Program;
  record: RecordOutput;
}

export interface ReadingOptions {
  ask: Ask;
  clock: Clock;
  log: Log;
  ids: SceneIds;
  before: RecordOutput | null;
  /** The picture may have changed. Called once for all that changed together. */
  onPicture: () => void;
}

/** One session's picture of OBS: events mark what to read, reads make the picture. Thrown away with the session. */
export class Reading {
  readonly #options: ReadingOptions;
  readonly #rereads: Rereads<Topic>;
  readonly #scenes: SceneReading;
  readonly #program: ProgramReading;
  readonly #record: RecordReading;
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
    const ask = this.#ask;
    const idOf = (scene: ObsScene) => options.ids.idOf(this.#collection, scene);
    const lookIn = (topic: Topic) => (ms: number) => this.#rereads.markIn(ms, topic);
    this.#rereads = new Rereads({ clock, log, read: (topic) => this.#read(topic) });
    this.#scenes = new SceneReading({ clock, ask, idOf, lookIn: lookIn('scenes') });
    this.#program = new ProgramReading({ clock, ask, idOf, lookIn: lookIn('program') });
    this.#record = new RecordReading({ clock, ask, before, lookIn: lookIn('record') });
  }

  /** Resolves when everything was read. */
  async open(): Promise<void> {
    this.#forgetSteps = this.#options.clock.onStep(() => {
      this.#record.forgetStart();
      this.#rereads.mark('record');
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

  /** Reads everything again. @throws CallFailed */
  lookAgain(): Promise<void> {
    return this.#rereads.look('everything');
  }

  /** Something did not fit: everything is read again, and by itself until it was. */
  doubt(): void {
    this.#rereads.mark('everything');
  }

  hear(news: News): void {
    switch (news.about) {
      case 'scenes':
        return this.#rereads.mark('scenes');
      case 'rename':
        this.#options.ids.rename(this.#collection, news.from, news.to);
        this.#rereads.mark('scenes');
        return this.#rereads.mark('program');
      case 'program':
        this.#program.changed(news.scene);
        return this.#rereads.mark('program');
      case 'transition':
        this.#program.started(news.name);
        return this.#rereads.mark('program');
      case 'record':
        this.#record.heard(news.event, news.path);
        return this.#rereads.mark('record');
      case 'record-file':
        this.#record.movedTo(news.path);
        return this.#rereads.mark('record');
      case 'changing':
        return this.#freeze(news.name);
      case 'changed':
        this.#lastChanged = { name: news.name, at: this.#options.clock.now() };
        return this.#thaw();
      case 'exit':
        // What follows is OBS taking itself apart; the link's death tells the rest.
        return this.#rereads.stop();
      default:
        return news satisfies never;
    }
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

  async #read(topic: Topic): Promise<void> {
    // After a change everything is read, and shown at once.
    if (topic !== 'everything' && this.#picture?.changing) return;
    await this.#readers[topic]();
    if (this.#version === null) return;
    this.#picture = {
      version: this.#version,
      collection: this.#collection,
      changing: false,
      scenes: this.#scenes.value,
      program: this.#program.value,
      record: this.#record.value,
    };
    this.#options.onPicture();
  }

  readonly #readers: Record<Topic, () => Promise<void>> = {
    everything: async () => {
      this.#version ??= await readVersion(this.#ask);
      this.#collection = await readCollection(this.#ask);
      await this.#scenes.read(true);
      await this.#program.read(true);
      await this.#record.read();
    },
    scenes: () => this.#scenes.read(false),
    program: () => this.#program.read(false),
    record: () => this.#record.read(),
  };
}
