/** The menu: one row a sheet, named and explained. */
export const MENU = {
  title: 'Menu',
  close: 'Close',
  notLoaded: 'It could not be loaded from the server. Nothing on air is changed. Close this and try again.',
  takes: {
    label: 'Takes',
    none: 'nothing was recorded yet',
    count: (count: number) => (count === 1 ? '1 recording' : `${count} recordings`),
  },
  log: {
    label: 'Log',
    none: 'nothing went wrong so far',
    lines: (count: number) => `${count} refusals and alerts`,
  },
  asRun: { label: 'As run', under: 'what was on air, when, and who did it' },
  devices: 'Devices',
  theme: { label: 'Theme', dark: 'dark: tap for daylight', daylight: 'daylight: tap for dark' },
  sound: { label: 'Sound', under: 'faders, and which mics are on the page' },
  outputs: { label: 'Outputs', under: 'file, chapters, last minute, virtual camera' },
  looks: { label: 'Looks', under: 'name, key, place, mics, who is hidden, which is safe' },
  keys: { label: 'Keys', under: 'what each key does' },
} as const;
