import type { LinkState } from '../slices.js';

export const SCENES = {
  label: 'Scenes',
  program: 'PROGRAM',
  onAir: 'ON AIR',
  goingTo: 'going to',
  busy: 'busy',
  noPicture: 'NO PICTURE',
  dead: (names: string) => `NO PICTURE: ${names}`,
  hole: (name: string) => `${name}: not in OBS`,
  unknown: 'unknown',
  stale: 'STALE',
  none: 'This collection has no scenes',
  noneMeaning: 'Add a scene in OBS: it appears here by itself.',
  away: {
    never: [
      'OBS was never reached',
      'Start OBS and switch on its WebSocket server. Scenes appear by themselves.',
    ],
    connecting: ['Connecting to OBS', 'Scenes appear in a moment.'],
    'wrong-password': ['OBS refused the password', 'Correct it at the server, then start the server again.'],
    kicked: [
      'OBS disconnected the server',
      'Somebody closed the session in OBS. Restart the server to go on.',
    ],
    connected: ['Reading OBS', 'Scenes appear in a moment.'],
    'not-responding': ['OBS does not respond', 'What it had on program stays. Look at the OBS computer.'],
    gone: ['OBS is gone', 'It is dialled for ever. Start OBS: scenes come back by themselves.'],
  } satisfies Record<LinkState, readonly [string, string]>,
} as const;
