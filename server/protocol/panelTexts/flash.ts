/** What a device shows that somebody looks for. */
export const FLASH = {
  here: 'HERE',
  meaning: 'Somebody looks for this device. A tap ends it.',
} as const;
