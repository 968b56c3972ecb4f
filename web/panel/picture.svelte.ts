import { STALE_AFTER_MS, type Layer } from '../../server/protocol/codes.js';
import type {
  Device,
  Guest,
  Here,
  Instance,
  Mark,
  Look,
  Reported,
  SliceKey,
  State,
  Take,
  Trouble,
  Wanted,
} from '../../server/protocol/slices.js';
import { nameOfLook } from '../looks/name.js';
import type { You } from '../../server/protocol/events.js';
import type { LinkRefusal } from '../live/linkRefusal.js';
import type { Link, Live } from '../live/live.js';

/** The last picture of the server, for components: what it sent, never a copy that could differ. */
export class Picture {
  readonly #live: Live<'/desk'>;
  #state = $state.raw<Partial<State>>({});
  #link = $state.raw<Link>('connecting');
  #refusal = $state.raw<LinkRefusal | null>(null);
  #lostAt = $state.raw<number | null>(null);
  #you = $state.raw<You | null>(null);

  readonly guests: readonly Guest[] = $derived(
    itemsOf<Guest>(this.#state, 'guest:').sort((a, b) => a.addedAt - b.addedAt || a.id.localeCompare(b.id)),
  );
  /** Those of the collection that is open in OBS, hidden ones and holes too, in the order of their places. */
  readonly looks: readonly Look[] = $derived(
    itemsOf<Look>(this.#state, 'look:')
      .filter(({ collection }) => collection === this.#state.obs?.collection)
      .sort((a, b) => a.place - b.place),
  );
  /** Every one that is paired, for producers; the oldest first, so that a new one moves none. */
  readonly devices: readonly Device[] = $derived(
    itemsOf<Device>(this.#state, 'device:').sort(
      (a, b) => a.pairedAt - b.pairedAt || a.id.localeCompare(b.id),
    ),
  );
  /** What went wrong, newest first. */
  readonly troubles: readonly Trouble[] = $derived(
    itemsOf<Trouble>(this.#state, 'trouble:').sort((a, b) => b.at - a.at),
  );
  /** Recordings and saved minutes, newest first. */
  readonly takes: readonly Take[] = $derived(
    itemsOf<Take>(this.#state, 'take:').sort((a, b) => b.createdAt - a.createdAt),
  );
  /** The take that was seen to end last, whoever started it; a start that never recorded is none. */
  readonly lastTake: Take | null = $derived(
    itemsOf<Take>(this.#state, 'take:')
      .filter(({ kind, origin, endedAt, state }) => {
        return kind === 'obs' && origin !== 'found' && endedAt !== null && state !== 'failed';
      })
      .sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0))[0] ?? null,
  );
  /** Of every device, in the order of the presses. */
  readonly marks: readonly Mark[] = $derived(itemsOf<Mark>(this.#state, 'mark:').sort((a, b) => a.at - b.at));
  readonly isRecording: boolean = $derived(
    this.#state.record !== undefined && ['on', 'paused', 'stopping'].includes(this.#state.record.state),
  );
  /** Somebody sees or keeps what is on program. */
  readonly isOnAir: boolean = $derived(
    this.isRecording || ['on', 'reconnecting', 'stopping'].includes(this.#state.stream?.state ?? 'off'),
  );

  constructor(live: Live<'/desk'>) {
    this.#live = live;
  }

  get state(): Partial<State> {
    return this.#state;
  }

  get link(): Link {
    return this.#link;
  }

  get refusal(): LinkRefusal | null {
    return this.#refusal;
  }

  get lostAt(): number | null {
    return this.#lostAt;
  }

  /** Who this page is to the server; null before it said so. */
  get you(): You | null {
    return this.#you;
  }

  /** Commands may be sent. */
  get isConnected(): boolean {
    return this.#link === 'connected';
  }

  /** OBS may be asked for something. */
  get isObsReady(): boolean {
    const { obs } = this.#state;
    return this.isConnected && obs?.link === 'connected' && !obs.changing;
  }

  /** What is drawn may no longer be what is. */
  isStaleAt(now: number): boolean {
    const { obs } = this.#state;
    if (!this.isConnected || obs?.link !== 'connected') return true;
    return obs.newsAt !== null && now - obs.newsAt > STALE_AFTER_MS;
  }

  /** What the crew calls a scene: by its look, else as OBS does; null for one that nobody knows. */
  nameOfScene(sceneId: string | null): string | null {
    const look = this.looks.find(({ scene }) => scene.id === sceneId);
    if (look !== undefined) return nameOfLook(look);
    return this.#state.scenes?.find(({ id }) => id === sceneId)?.name ?? null;
  }

  /** Its scene is not in OBS, as far as anybody can tell. */
  isGone({ scene: { id } }: Look): boolean {
    const { scenes } = this.#state;
    return scenes !== undefined && !scenes.some((scene) => scene.id === id);
  }

  /** The crew's devices that have a panel open. */
  get crew(): readonly Here[] {
    return this.#state.here?.filter(({ role }) => role !== 'overlay') ?? [];
  }

  /** It has a page open: a panel, or an overlay in OBS. */
  isHere(deviceId: string): boolean {
    return this.#state.here?.some((device) => device.deviceId === deviceId) ?? false;
  }

  wanted(layer: Layer): Wanted | null {
    return this.#state[`wanted:${layer}`] ?? null;
  }

  reported(layer: Layer): Reported | null {
    return this.#state[`reported:${layer}`] ?? null;
  }

  /** What was taken off the layer and may still be seen. */
  leaving(layer: Layer): Instance | null {
    return this.wanted(layer)?.leaving ?? null;
  }

  /** Follows the connection until the answer is called. */
  start(): () => void {
    this.#take();
    return this.#live.subscribe(() => this.#take());
  }

  #take(): void {
    this.#state = this.#live.state();
    this.#link = this.#live.link();
    this.#refusal = this.#live.refusal();
    this.#lostAt = this.#live.lostAt;
    this.#you = this.#live.you;
  }
}

function itemsOf<T extends State[SliceKey]>(state: Partial<State>, prefix: string): T[] {
  // The prefix of a key is its noun, and the noun decides the type of the slice; TypeScript cannot relate the two here.
  return Object.entries(state).flatMap(([key, slice]) => (key.startsWith(prefix) ? [slice as T] : []));
}
