export const NAMES = {
  label: 'Names',
  show: 'SHOW',
  showing: 'SHOWING',
  onAir: 'ON AIR',
  coming: 'coming',
  going: 'going off',
  failed: 'FAILED',
  tapOff: 'tap: off',
  left: (seconds: number) => `off in ${seconds} s`,
  arm: 'next',
  armed: 'NEXT',
  editName: (name: string) => `Edit ${name}`,
  add: '+ Guest',
  host: 'HOST',
  allOff: 'ALL OFF',
  allOffMeaning: 'every graphic',
  autoOff: 'Auto-off',
  untilHidden: 'stays',
  seconds: (seconds: number) => `${seconds} s`,
  none: 'No guests yet',
  noneMeaning: 'Add the first one: the name is enough.',
  nobody: 'no name on air',
  and: ' + ',
} as const;

export const NEXT = {
  word: 'NEXT',
  none: 'Nobody is next',
  noneMeaning: 'Tap “next” beside a name',
  verb: 'show the name',
  hide: 'HIDE',
  onAirNow: 'on air now',
  hidden: 'nothing on air',
  busy: 'sending',
} as const;

export const GUEST = {
  add: 'Add a guest',
  change: 'Edit guest',
  name: 'Name, as it goes on air',
  title: 'Title',
  organisation: 'Organisation',
  pronouns: 'Pronouns',
  preview: 'Reads on air',
  isHost: 'Host: always first in the list',
  onAirDiffers: 'On air it reads otherwise. It stays so until you correct it there too.',
  onAirNow: 'On air now',
  onAirThen: 'Corrected',
  save: 'Save',
  saveOnly: 'Save in the list',
  correct: 'Correct on air too',
  saving: 'Saving…',
  cancel: 'Cancel',
  remove: 'Remove',
  removeSure: 'Really remove',
  nameless: 'Name',
  tooLong: (by: number) => `${by} too long`,
} as const;

export const SEATS = {
  label: 'On the shot',
  none: 'nobody yet',
  hint: 'Tap the seats beside the names, from the left as viewers see them',
  seat: 'seat',
  noSeat: '–',
  move: (name: string, seat: number) =>
    `Seat ${seat}: ${name}. Changes places with ${seat === 1 ? 'the one on the right' : 'the one on the left'}`,
  show: (count: number) => (count < 2 ? 'SHOW' : count === 2 ? 'SHOW BOTH' : `SHOW ALL ${count}`),
  hide: (count: number) => (count < 2 ? 'HIDE' : count === 2 ? 'HIDE BOTH' : `HIDE ALL ${count}`),
  inOrder: 'as they sit',
} as const;

export const QUICK_ENTRY = {
  label: 'Add a guest: name, title, organisation',
  placeholder: 'Name, title, organisation',
  hint: 'Enter adds the guest as NEXT',
  nameless: 'It needs a name first',
} as const;
