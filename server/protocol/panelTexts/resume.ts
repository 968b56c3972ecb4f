export const RESUME = {
  title: 'RESUME?',
  ran: {
    both: 'It recorded and was live. Now it does neither.',
    record: 'It recorded. Now it does not.',
    stream: 'It was live. Now it is not.',
  },
  brings: 'Comes back:',
  scene: (name: string) => `“${name}” on program`,
  record: 'recording, next part',
  stream: 'stream',
  ago: (age: string) => `${age} ago`,
  hold: 'Resume',
  holdMeaning: 'hold to bring it back',
  busy: 'Busy…',
  busyMeaning: 'OBS has not confirmed',
  away: 'OBS is away',
  leave: 'Leave it',
} as const;
