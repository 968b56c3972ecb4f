/** Two locks, two names: one against hands on the glass, one against changes of names and looks. */
export const LOCKS = {
  touch: {
    button: 'Lock',
    label: 'Touch lock',
    on: 'TOUCH LOCKED',
    meaning: 'Keys and clicker still act.',
    unlock: 'Unlock',
    hold: 'hold to unlock',
  },
  edit: {
    label: 'Edit lock',
    off: 'off: names and looks can be edited',
    on: 'ON: names and looks stay as they are',
    refused:
      'The edit lock of this device is on, so names and looks stay as they are. Showing, hiding and new guests go on.',
    unlock: 'Switch the edit lock off',
    leave: 'Leave it on',
  },
} as const;
