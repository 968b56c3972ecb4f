import { isDeepStrictEqual } from 'node:util';
import type { LinkState, Obs, RecordOutput, State } from '../protocol/slices.js';
import type { Clock } from '../show/clock.js';
import type { Changes } from '../show/disk.js';
import type { Log } from '../show/log.js';
import { partOf } from '../show/store.js';
import type { LinkFollower, ObsLink } from './link.js';
import { Moments } from './moments.js';
import type { KnownStream } from './onAirClock.js';
import { MIRRORED, Reading, type Mirrored, type Picture } from './reading.js';
import type { Session } from './session.js';
import { SourceIds, type KnownId, type SourceMemory } from './sourceIds.js';
import { newsOf, type EventName, type ObsScene, type ObsSource } from './translate/events.js';
import type { Meter } from './translate/meters.js';

export interface MirrorOptions {
  link: Pick<ObsLink, 'address' | 'follow'>;
  clock: Clock;
  log: Log;
  /** Writes the slice `obs` and those of `MIRRORED`; nobody else does. */
  publish: (changes: Changes) => void;
  /** Ids of scenes as kept by the show, for an OBS without uuids after a restart of the server. */
  knownSceneId: KnownId;
  /** The same for inputs. */
  inputMemory: SourceMemory;
  /** The stream that the show knows as live, so that one that goes on out of sight keeps its time. */
  knownStream: () => KnownStream | null;
  /** How loud inputs are, twenty times a second; by input id. */
  onMeters: (meters: ReadonlyMap<string, Meter>) => void;
}

/** OBS in slices: rebuilt from OBS before `connected` is said, thrown away when the link drops. */
export class Mirror implements LinkFollower {
  readonly #options: MirrorOptions;
  readonly #sceneIds: SourceIds;
  readonly #inputIds: SourceIds;
  readonly #moments: Moments;
  #reading: Reading | null = null;
  #obs: Obs;
  #shown: Picture | null = null;
  /** The last recording seen, so that one that goes on while the link is down keeps its time. */
  #before: RecordOutput | null = null;

  constructor(options: MirrorOptions) {
    this.#options = options;
    // The show itself keeps what its places hold.
    this.#sceneIds = new SourceIds({ known: options.knownSceneId, keep: () => undefined });
    this.#inputIds = new SourceIds(options.inputMemory);
    this.#moments = new Moments(options.clock);
    this.#obs = {
      link: 'never',
      since: options.clock.now(),
      newsAt: null,
      address: withoutCredentials(options.link.address),
      version: null,
      collection: null,
      changing: false,
    };
  }

  start(): void {
    this.#options.link.follow(this);
    this.#options.publish({ set: { obs: this.#obs } });
  }

  async opened(session: Session): Promise<void> {
    const { clock, log, knownStream } = this.#options;
    const reading = new Reading({
      ask: session.read,
      clock,
      log,
      sceneIds: this.#sceneIds,
      inputIds: this.#inputIds,
      before: this.#before,
      knownStream,
      onPicture: () => this.#show(),
    });
    this.#reading = reading;
    await reading.open();
  }

  heard(name: EventName, data: unknown): void {
    const { clock, log } = this.#options;
    this.#obs = { ...this.#obs, newsAt: clock.now() };
    try {
      const news = newsOf(name, data);
      if (news?.about === 'meters') this.#measured(news.meters);
      else if (news !== null) this.#reading?.hear(news);
    } catch (error) {
      log('warn', `OBS’s event ${name} cannot be read; reading everything again`, error);
      this.doubt();
    }
  }

  beat(): void {
    this.#obs = { ...this.#obs, newsAt: this.#options.clock.now() };
    this.#options.publish({ set: { obs: this.#obs } });
  }

  closed(): void {
    this.#reading?.close();
    this.#reading = null;
    this.#shown = null;
    this.#obs = { ...this.#obs, version: null, collection: null, changing: false };
    this.#moments.look();
  }

  state(link: LinkState): void {
    const { clock, publish } = this.#options;
    const now = clock.now();
    const since = link === this.#obs.link ? this.#obs.since : now;
    this.#obs = { ...this.#obs, link, since, newsAt: link === 'connected' ? now : this.#obs.newsAt };
    if (this.#shown !== null) publish({ set: { obs: this.#obs } });
    else if (link === 'connected') this.#show();
    else publish({ set: { obs: this.#obs }, gone: MIRRORED });
  }

  /** What OBS calls that scene, or undefined when it has none. */
  find(sceneId: string): ObsScene | undefined {
    return this.#reading?.find(sceneId);
  }

  /** What OBS calls that input, or undefined when it has none. */
  findInput(inputId: string): ObsSource | undefined {
    return this.#reading?.findInput(inputId);
  }

  /** True when this OBS knows the request. */
  knows(request: string): boolean {
    return this.#shown?.version.requests.has(request) ?? false;
  }

  /** OBS's own slices as shown; empty while nobody can tell. */
  get slices(): Readonly<Partial<Mirrored>> {
    return this.#shown?.slices ?? {};
  }

  /** The last transition has ended, sound included, or OBS is out of sight. */
  get isQuiet(): boolean {
    return this.#reading?.isQuiet ?? true;
  }

  /** True as soon as `fits` is, asked anew whenever OBS was read; false when it is not within `limitMs`. */
  until(fits: () => boolean, limitMs: number): Promise<boolean> {
    return this.#moments.until(fits, limitMs);
  }

  /** Resolves when all was read again and published. @throws CallFailed */
  async lookAgain(): Promise<void> {
    await this.#reading?.lookAgain();
  }

  /** Something did not fit what is shown: everything is read again soon. */
  doubt(): void {
    this.#reading?.doubt();
  }

  /** Nothing while a collection is changed: names may be of another one. */
  #measured(meters: readonly Meter[]): void {
    const reading = this.#reading;
    if (reading === null || this.#shown === null || this.#obs.changing) return;
    this.#options.onMeters(new Map(meters.map((meter) => [reading.inputId(meter), meter])));
  }

  /** Publishes what differs from what was shown, all of it in one go. Nothing before `connected`. */
  #show(): void {
    const picture = this.#reading?.picture;
    const { link } = this.#obs;
    if (!picture || (link !== 'connected' && link !== 'not-responding')) return;
    const { version, collection, changing, slices } = picture;
    const names = { obs: version.obs, websocket: version.websocket, isSimulator: version.isSimulator };
    const obs: Obs = { ...this.#obs, version: names, collection, changing };
    const before = this.slices;
    const changed = MIRRORED.filter((key) => !isDeepStrictEqual(slices[key], before[key]));
    const set: Partial<State> = partOf(changed.map((key) => [key, slices[key]]));
    if (this.#shown === null || !isDeepStrictEqual(obs, this.#obs)) set.obs = obs;
    this.#obs = obs;
    this.#shown = picture;
    this.#before = slices.record;
    if (Object.keys(set).length > 0) this.#options.publish({ set });
    this.#moments.look();
  }
}

function withoutCredentials(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url === null ? '' : `${url.protocol}//${url.host}`;
}
