import { join } from 'node:path';
import { axeFinds } from './axe.js';
import { LANDSCAPE, SIZES } from './sizes.js';
import type { Stage } from './stage.js';

const THEMES = ['dark', 'daylight'] as const;
/** For the page to be laid out anew, and for pictures and levels to be there, in ms. */
const SETTLED_MS = 120;

/** Takes the state that the stage is in; `pose` is struck anew for each picture, for what ends by itself or by a turn. */
export type Shoot = (state: string, pose?: () => Promise<void>) => Promise<void>;

/** Every state in every size and theme, as files that sort by act and state. */
export class Camera {
  readonly findings: string[] = [];
  count = 0;

  constructor(private readonly options: { out: string; axe: boolean }) {}

  of(act: string, stage: Stage): Shoot {
    let number = 0;
    return async (state, pose) => {
      number += 1;
      const name = `${act}-${String(number).padStart(2, '0')}-${state}`;
      for (const { name: size, ...viewport } of SIZES) {
        await stage.page.setViewportSize(viewport);
        for (const theme of THEMES) {
          await stage.wear(theme);
          await pose?.();
          await stage.rest(SETTLED_MS);
          await this.#take(stage, `${name}.${size}.${theme}`);
          if (size === 'phone') await this.#takeBelow(stage, `${name}.${size}-below.${theme}`);
          await this.#judge(stage, `${name} ${size} ${theme}`);
        }
      }
      await stage.page.setViewportSize(LANDSCAPE);
      await stage.wear('dark');
    };
  }

  async #take({ page }: Stage, name: string): Promise<void> {
    await page.screenshot({ path: join(this.options.out, `${name}.png`) });
    this.count += 1;
  }

  /** What a phone scrolls to: names and sound. */
  async #takeBelow(stage: Stage, name: string): Promise<void> {
    const scroll = (where: string) =>
      stage.page.evaluate(`document.querySelector('${where}')?.scrollIntoView()`);
    await scroll('.people');
    await this.#take(stage, name);
    await scroll('header');
  }

  async #judge({ page }: Stage, where: string): Promise<void> {
    if (!this.options.axe) return;
    for (const [rule, html] of await axeFinds(page)) this.findings.push(`${where}: ${rule} ${html ?? ''}`);
  }
}
