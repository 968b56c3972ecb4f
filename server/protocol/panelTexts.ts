/** What the panel says when all is well: labels, button words, banners and states. Refusals and alerts are in `texts.ts`. */
import { STATUS, SIMULATOR, LINK } from './panelTexts/status.js';
import { SCENES } from './panelTexts/scenes.js';
import { LOCKS } from './panelTexts/locks.js';
import { SAFE } from './panelTexts/safe.js';
import { HOLDS } from './panelTexts/holds.js';
import { NAMES, NEXT, GUEST, QUICK_ENTRY, SEATS } from './panelTexts/names.js';
import { MODE } from './panelTexts/mode.js';
import { RECORD } from './panelTexts/record.js';
import { MARKS } from './panelTexts/marks.js';
import { OUTPUTS, REPLAY } from './panelTexts/outputs.js';
import { RESUME } from './panelTexts/resume.js';
import { STREAM } from './panelTexts/stream.js';
import { SOUND } from './panelTexts/sound.js';
import { MESSAGES } from './panelTexts/messages.js';
import { KEYS } from './panelTexts/keys.js';
import { AWAKE } from './panelTexts/awake.js';
import { FLASH } from './panelTexts/flash.js';
import { MENU } from './panelTexts/menu.js';
import { STUDIO } from './panelTexts/studio.js';
import { COMMANDS } from './panelTexts/commands.js';

/** The page of its own that says how a device trusts the certificate: not loaded with the panel. */
export { TRUST } from './panelTexts/trust.js';

/** Texts of the panel by the pane that says them. What only a sheet says that is loaded later is loaded with it. */
export const PANEL = {
  title: 'Showfloor',
  status: STATUS,
  simulator: SIMULATOR,
  link: LINK,
  scenes: SCENES,
  safe: SAFE,
  studio: STUDIO,
  names: NAMES,
  next: NEXT,
  guest: GUEST,
  holds: HOLDS,
  seats: SEATS,
  quickEntry: QUICK_ENTRY,
  locks: LOCKS,
  record: RECORD,
  marks: MARKS,
  replay: REPLAY,
  outputs: OUTPUTS,
  stream: STREAM,
  resume: RESUME,
  mode: MODE,
  sound: SOUND,
  messages: MESSAGES,
  keys: KEYS,
  menu: MENU,
  flash: FLASH,
  awake: AWAKE,
  commands: COMMANDS,
} as const;
