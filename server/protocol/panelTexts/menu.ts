/** The menu: one row a sheet, named and explained. */
export const MENU = {
  title: 'Menu',
  close: 'Close',
  keys: { label: 'Keys', under: 'what each key does' },
} as const;
