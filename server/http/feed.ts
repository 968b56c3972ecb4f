import type { Levels, ScenePicture, Statistics } from '../protocol/events.js';
import type { DeskNamespace } from './desk.js';
import type { Watching } from './watching.js';

/** What flows to those who look at it; a slow page misses some of it, and never holds up another. */
export class Feed {
  readonly #desk: DeskNamespace;
  readonly #watching: Watching;

  constructor(desk: DeskNamespace, watching: Watching) {
    this.#desk = desk;
    this.#watching = watching;
  }

  picture(picture: ScenePicture, isProgram: boolean): void {
    const looks = this.#watching.socketsWho(
      ({ program, sceneIds }) => (program && isProgram) || sceneIds.includes(picture.sceneId),
    );
    if (looks.length > 0) this.#desk.to(looks).volatile.emit('picture', picture);
  }

  statistics(statistics: Statistics): void {
    const looks = this.#watching.socketsWho((watch) => watch.statistics);
    if (looks.length > 0) this.#desk.to(looks).volatile.emit('statistics', statistics);
  }

  levels(levels: Levels): void {
    const looks = this.#watching.socketsWho((watch) => watch.levels);
    if (looks.length > 0) this.#desk.to(looks).volatile.emit('levels', levels);
  }
}
