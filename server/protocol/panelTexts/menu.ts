/** The menu: one row a sheet, named and explained. */
export const MENU = {
  title: 'Menu',
  close: 'Close',
  notLoaded: 'It could not be loaded from the server. Nothing on air is changed. Close this and try again.',
  log: {
    label: 'Log',
    none: 'nothing went wrong so far',
    lines: (count: number) => `${count} refusals and alerts`,
  },
  devices: 'Devices',
  theme: { label: 'Theme', dark: 'dark: tap for daylight', daylight: 'daylight: tap for dark' },
  sound: { label: 'Sound', under: 'faders, and which mics are on the page' },
  outputs: { label: 'Outputs', under: 'file, chapters, last minute, virtual camera' },
  looks: { label: 'Looks', under: 'name, key, place, mics, who is hidden, which is safe' },
  keys: { label: 'Keys', under: 'what each key does' },
} as const;
