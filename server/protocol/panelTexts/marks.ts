export const MARKS = {
  mark: 'Mark',
  marked: 'Marked',
  kept: (count: number) => `${count} kept, will be sent`,
  inTake: (count: number) => `${count} in take`,
  last: 'last at',
  none: 'this moment',
} as const;
