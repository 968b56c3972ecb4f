import { createContext } from 'svelte';
import type { Awake } from '../awake/awake.svelte.js';
import type { Flash } from '../devices/flash.svelte.js';
import type { Keys } from '../keys/keys.svelte.js';
import type { Locks } from '../locks/locks.svelte.js';
import type { Marks } from '../marks/marks.svelte.js';
import type { AutoOff } from '../names/autoOff.svelte.js';
import type { Themes } from '../themes/themes.svelte.js';
import type { Now } from '../time/now.svelte.js';
import type { Commands } from './commands.svelte.js';
import type { Feeds } from './feeds.svelte.js';
import type { Picture } from './picture.svelte.js';
import type { Sheets } from './sheets.svelte.js';

/** What every pane of the panel works with. */
export interface Panel {
  picture: Picture;
  commands: Commands;
  feeds: Feeds;
  sheets: Sheets;
  keys: Keys;
  themes: Themes;
  locks: Locks;
  awake: Awake;
  flash: Flash;
  autoOff: AutoOff;
  marks: Marks;
  now: Now;
}

/** Panes get it, `App` sets it. */
export const [getPanel, setPanel] = createContext<Panel>();
