export const KEYS = {
  title: 'Keys',
  close: 'Close',
  digits: 'Cut to the scene with this key',
  show: 'Show the name that is next',
  hide: 'Take the name off',
  record: 'Start recording',
  recordHeld: 'Stop recording (held)',
  escape: 'Close a sheet',
  map: 'This map',
  clicker: 'Clicker keys do nothing yet, on purpose',
  shift: 'Shift',
  held: 'held',
} as const;
