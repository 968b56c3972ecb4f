/** The menu: one row a sheet, named and explained. */
export const MENU = {
  title: 'Menu',
  close: 'Close',
  theme: { label: 'Theme', dark: 'dark: tap for daylight', daylight: 'daylight: tap for dark' },
  keys: { label: 'Keys', under: 'what each key does' },
} as const;
