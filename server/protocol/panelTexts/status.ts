import type { LinkState } from '../slices.js';

export const STATUS = {
  label: 'Status',
  obs: {
    never: 'never reached',
    connecting: 'connecting',
    'wrong-password': 'wrong password',
    kicked: 'closed by OBS',
    connected: 'connected',
    'not-responding': 'not responding',
    gone: 'gone',
  } satisfies Record<LinkState, string>,
  changing: 'changing collection',
  newsNow: 'now',
  newsNever: 'no news yet',
  newsAge: (age: string) => `${age} ago`,
  stale: (age: string) => `STALE ${age}`,
  recording: 'REC',
  paused: 'REC PAUSED',
  starting: 'REC starting',
  stopping: 'REC stopping',
  notRecording: 'not recording',
  recordUnknown: 'REC unknown',
  overlayAlive: 'alive',
  overlayBrowser: 'browser only',
  overlayNone: 'NO OVERLAY',
  overlay: 'Overlay',
  keysLost: 'KEYS OFF',
  keysLostHint: 'tap here',
  page: 'Page',
  pageConnected: 'connected',
  here: (count: number) => (count === 1 ? 'only you' : `${count} here`),
  disk: 'Disk',
  diskLeft: (minutes: number) => `${minutes} min left`,
  interviewsLeft: (count: number) => (count === 1 ? '1 interview' : `${count} interviews`),
  diskFree: (gigabytes: string) => `${gigabytes} GB free`,
} as const;

export const SIMULATOR = {
  word: 'SIMULATOR',
  meaning: 'There is no OBS behind this. Nothing is recorded.',
} as const;

export const LINK = {
  connecting: 'CONNECTING',
  connectingMeaning: 'No word from the server yet. It keeps trying by itself.',
  distrust: 'Does it stay so?',
  lost: (since: string, age: string) => `NO CONNECTION since ${since} (${age})`,
  lostMeaning:
    'This is the last picture. No tap is sent, now or later; marks alone are kept. It comes back by itself.',
  reloading: 'RELOADING',
  reloadingMeaning: 'The server runs a newer version. This page fetches it.',
  otherBuild: 'OTHER VERSION',
  otherBuildMeaning: 'Reloading did not help. Clear this browser’s cache, or restart the server.',
  unpaired: 'NOT PAIRED',
  unpairedMeaning: 'The server does not know this device. Pair it again.',
  tooMany: 'TOO MANY PAGES',
  tooManyMeaning:
    'This device has too many pages open, or opened too many just now. Close those that you do not use.',
  badHandshake: 'NOT UNDERSTOOD',
  badHandshakeMeaning: 'Server and page do not understand each other. Reload this page.',
} as const;
