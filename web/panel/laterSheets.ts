/** How long the panel has the network for itself, in ms: its first pictures come before sheets that nobody opened yet. */
const AFTER_MS = 2000;

/** All sheets but the menu and the stream's, which may have to be stopped at once: the panel is there sooner without. */
export const LATER_SHEETS = {
  keys: () => import('../keys/KeyMapSheet.svelte'),
  looks: () => import('../looks/LooksSheet.svelte'),
  outputs: () => import('../outputs/OutputsSheet.svelte'),
  takes: () => import('../takes/TakesSheet.svelte'),
  asRun: () => import('../asRun/AsRunSheet.svelte'),
  devices: () => import('../devices/DevicesSheet.svelte'),
  guest: () => import('../names/GuestSheet.svelte'),
  mode: () => import('../mode/ModeSheet.svelte'),
  sound: () => import('../sound/SoundSheet.svelte'),
  transition: () => import('../studio/TransitionSheet.svelte'),
  troubles: () => import('../troubles/TroublesSheet.svelte'),
} as const;
export type LaterSheet = keyof typeof LATER_SHEETS;

export function isLater(kind: string): kind is LaterSheet {
  return Object.hasOwn(LATER_SHEETS, kind);
}

/** Loads them all before anybody opens one: it opens at once, and also when the network is gone by then. */
export function loadLater(): () => void {
  const timer = setTimeout(() => {
    // One that does not come now is asked for again when it is opened, and says so there.
    for (const load of Object.values(LATER_SHEETS)) load().catch(() => undefined);
  }, AFTER_MS);
  return () => clearTimeout(timer);
}
