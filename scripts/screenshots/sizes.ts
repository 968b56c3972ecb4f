/** Of the screens that a panel is for. */
export const SIZES = [
  { name: 'landscape', width: 1180, height: 820 },
  { name: 'portrait', width: 820, height: 1180 },
  { name: 'phone', width: 390, height: 844 },
] as const;
/** Where states are played: as on most tablets. */
export const LANDSCAPE = { width: SIZES[0].width, height: SIZES[0].height };
