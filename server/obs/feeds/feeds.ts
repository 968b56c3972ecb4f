import type { Levels, ScenePicture, Statistics, Watch } from '../../protocol/events.js';
import type { Clock } from '../../show/clock.js';
import type { Log } from '../../show/log.js';
import type { ObsLink } from '../link.js';
import type { Mirror } from '../mirror.js';
import type { Meter } from '../translate/meters.js';
import { LevelsFeed } from './levels.js';
import { PicturesFeed } from './pictures.js';
import { StatisticsFeed } from './statistics.js';

export interface FeedsOptions {
  link: Pick<ObsLink, 'session' | 'state'>;
  mirror: Pick<Mirror, 'find' | 'slices'>;
  clock: Clock;
  log: Log;
  onPicture: (picture: ScenePicture) => void;
  onStatistics: (statistics: Statistics) => void;
  onLevels: (levels: Levels) => void;
}

/** What flows from OBS only while somebody looks: pictures, figures and levels. All by the connection of the events. */
export class Feeds {
  readonly #pictures: PicturesFeed;
  readonly #statistics: StatisticsFeed;
  readonly #levels: LevelsFeed;

  constructor(options: FeedsOptions) {
    const { link, mirror, clock, log, onPicture, onStatistics, onLevels } = options;
    this.#levels = new LevelsFeed({ clock, tell: onLevels });
    const ask = () => (link.state === 'connected' ? (link.session?.read ?? null) : null);
    this.#pictures = new PicturesFeed({
      clock,
      log,
      ask,
      programId: () => mirror.slices.program?.sceneId ?? null,
      scene: (sceneId) => mirror.find(sceneId),
      tell: onPicture,
    });
    this.#statistics = new StatisticsFeed({
      clock,
      log,
      ask,
      tell: (statistics) => {
        this.#pictures.strain(statistics.renderLag);
        onStatistics(statistics);
      },
    });
  }

  /** What all pages together look at. Replaces what was said before. */
  want({ program, sceneIds, statistics, levels }: Watch): void {
    this.#levels.want(levels);
    this.#pictures.want(program, sceneIds);
    // Pictures need the figures too: they step back when OBS is strained.
    this.#statistics.want(statistics || program || sceneIds.length > 0);
  }

  /** How loud inputs are, by input id: OBS says it by itself. */
  measured(meters: ReadonlyMap<string, Meter>): void {
    this.#levels.hear(meters);
  }

  stop(): void {
    this.#levels.want(false);
    this.#pictures.stop();
    this.#statistics.want(false);
  }
}
