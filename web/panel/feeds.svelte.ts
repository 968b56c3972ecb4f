import type { Levels, ScenePicture, Statistics, Watch } from '../../server/protocol/events.js';
import type { Live } from '../live/live.js';

/** The last picture of a scene, ready for an `img`. */
export interface ShownPicture {
  /** Null: OBS has none to give. */
  url: string | null;
  at: number;
  /** Names of the cameras in it that lost their picture. */
  dead: readonly string[];
}

/** Figures come each second; older ones say nothing of now. */
const OLD_MS = 5000;

type Wish =
  { kind: 'program' } | { kind: 'scene'; sceneId: string } | { kind: 'statistics' } | { kind: 'levels' };

/** What flows only while somebody looks: panes say what they show, and the server is told what all of them do. */
export class Feeds {
  readonly #live: Live<'/desk'>;
  readonly #wishes = new Set<Wish>();
  #pictures = $state.raw<ReadonlyMap<string, ShownPicture>>(new Map());
  #statistics = $state.raw<Statistics | null>(null);
  readonly #meters = new Set<(levels: Levels) => void>();
  #isTelling = false;

  constructor(live: Live<'/desk'>) {
    this.#live = live;
  }

  /** Null: there are none, or they are of an OBS that went out of sight. */
  statisticsAt(now: number): Statistics | null {
    const statistics = this.#statistics;
    return statistics !== null && now - statistics.at < OLD_MS ? statistics : null;
  }

  pictureOf(sceneId: string | null): ShownPicture | null {
    return sceneId === null ? null : (this.#pictures.get(sceneId) ?? null);
  }

  /** The answer ends the wish; so with the two below. */
  watchProgram(): () => void {
    return this.#wish({ kind: 'program' });
  }

  watchScene(sceneId: string): () => void {
    return this.#wish({ kind: 'scene', sceneId });
  }

  watchStatistics(): () => void {
    return this.#wish({ kind: 'statistics' });
  }

  /** Ten times a second, so not as state: whoever draws them is called. */
  watchLevels(draw: (levels: Levels) => void): () => void {
    const unwish = this.#wish({ kind: 'levels' });
    this.#meters.add(draw);
    return () => {
      this.#meters.delete(draw);
      unwish();
    };
  }

  /** Follows the connection until the answer is called. */
  start(): () => void {
    const { socket } = this.#live;
    const picture = (it: ScenePicture) => this.#take(it);
    const statistics = (it: Statistics) => (this.#statistics = it);
    const levels = (it: Levels) => {
      for (const draw of this.#meters) draw(it);
    };
    const tell = () => this.#tellSoon();
    socket.on('picture', picture);
    socket.on('statistics', statistics);
    socket.on('levels', levels);
    socket.on('connect', tell);
    document.addEventListener('visibilitychange', tell);
    tell();
    return () => {
      socket.off('picture', picture);
      socket.off('statistics', statistics);
      socket.off('levels', levels);
      socket.off('connect', tell);
      document.removeEventListener('visibilitychange', tell);
      for (const { url } of this.#pictures.values()) if (url !== null) URL.revokeObjectURL(url);
    };
  }

  #wish(wish: Wish): () => void {
    this.#wishes.add(wish);
    this.#tellSoon();
    return () => {
      this.#wishes.delete(wish);
      this.#tellSoon();
    };
  }

  /** Once for all that changed together. Never kept for later: the next connection is told anew. */
  #tellSoon(): void {
    if (this.#isTelling) return;
    this.#isTelling = true;
    queueMicrotask(() => {
      this.#isTelling = false;
      if (this.#live.socket.connected) this.#live.socket.emit('watch', this.#watch());
    });
  }

  /** A page that nobody sees wants nothing. */
  #watch(): Watch {
    const wishes = document.visibilityState === 'visible' ? [...this.#wishes] : [];
    return {
      program: wishes.some(({ kind }) => kind === 'program'),
      statistics: wishes.some(({ kind }) => kind === 'statistics'),
      levels: wishes.some(({ kind }) => kind === 'levels'),
      sceneIds: [...new Set(wishes.flatMap((wish) => (wish.kind === 'scene' ? [wish.sceneId] : [])))],
    };
  }

  #take({ sceneId, at, jpeg, dead }: ScenePicture): void {
    const old = this.#pictures.get(sceneId)?.url ?? null;
    const url = jpeg === null ? null : URL.createObjectURL(new Blob([jpeg], { type: 'image/jpeg' }));
    this.#pictures = new Map(this.#pictures).set(sceneId, { url, at, dead });
    if (old !== null) URL.revokeObjectURL(old);
  }
}
