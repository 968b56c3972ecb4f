export const AWAKE = {
  label: 'Screen',
  awake: 'AWAKE',
  'may-sleep': 'MAY SLEEP',
  menu: 'Screen',
  under: { awake: 'kept awake while this page is open', 'may-sleep': 'may go dark: tap to keep it awake' },
} as const;
