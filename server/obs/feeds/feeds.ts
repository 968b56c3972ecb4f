import type { ScenePicture, Statistics, Watch } from '../../protocol/events.js';
import type { Clock } from '../../show/clock.js';
import type { Log } from '../../show/log.js';
import type { ObsLink } from '../link.js';
import type { Mirror } from '../mirror.js';
import { PicturesFeed } from './pictures.js';
import { StatisticsFeed } from './statistics.js';

export interface FeedsOptions {
  link: Pick<ObsLink, 'session' | 'state'>;
  mirror: Pick<Mirror, 'find' | 'slices'>;
  clock: Clock;
  log: Log;
  onPicture: (picture: ScenePicture) => void;
  onStatistics: (statistics: Statistics) => void;
}

/** What flows from OBS only while somebody looks: pictures and figures. All by the connection of the events. */
export class Feeds {
  readonly #pictures: PicturesFeed;
  readonly #statistics: StatisticsFeed;

  constructor(options: FeedsOptions) {
    const { link, mirror, clock, log, onPicture, onStatistics } = options;
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
  want({ program, sceneIds, statistics }: Watch): void {
    this.#pictures.want(program, sceneIds);
    // Pictures need the figures too: they step back when OBS is strained.
    this.#statistics.want(statistics || program || sceneIds.length > 0);
  }

  stop(): void {
    this.#pictures.stop();
    this.#statistics.want(false);
  }
}
