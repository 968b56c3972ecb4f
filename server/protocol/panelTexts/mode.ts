export const MODE = {
  title: 'Mode of the show',
  label: 'Mode',
  close: 'Close',
  now: 'now',
  words: { 'set-up': 'SET-UP', rehearsal: 'REHEARSAL', show: 'SHOW' },
  names: { 'set-up': 'Set-up', rehearsal: 'Rehearsal', show: 'Show' },
  meanings: {
    'set-up': 'Building and trying out. Everything works; takes are tagged as set-up.',
    rehearsal: 'As in the show, before it. Takes are tagged and do not count, and no stream starts.',
    show: 'It counts. Live without a recording is said after five seconds.',
  },
} as const;
