import type { Shoot } from './camera.js';
import { EDGES } from './edges.js';
import { SHEETS } from './sheets.js';
import { SHOW } from './show.js';
import type { Setting, Stage } from './stage.js';
import { TROUBLES } from './troubles.js';

/** Some states that follow from each other, with everything fresh before the first. */
export interface Act extends Setting {
  name: string;
  play: (stage: Stage, shoot: Shoot) => Promise<void>;
}

export const ACTS: readonly Act[] = [...SHOW, ...TROUBLES, ...EDGES, ...SHEETS];
