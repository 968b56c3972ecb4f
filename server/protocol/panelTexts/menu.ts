/** The menu: one row a sheet, named and explained. */
export const MENU = {
  title: 'Menu',
  close: 'Close',
  theme: { label: 'Theme', dark: 'dark: tap for daylight', daylight: 'daylight: tap for dark' },
  outputs: { label: 'Outputs', under: 'file, chapters, last minute, virtual camera' },
  keys: { label: 'Keys', under: 'what each key does' },
} as const;
