import type { Role } from '../codes.js';

export const DEVICES = {
  title: 'Who is connected',
  roles: {
    producer: 'producer',
    host: 'host',
    stage: 'stage',
    viewer: 'viewer',
    overlay: 'overlay',
    kiosk: 'kiosk',
    audience: 'audience',
  } satisfies Record<Role, string>,
  since: (time: string, age: string) => `since ${time} (${age})`,
  own: 'this one',
  overlays: (count: number) => (count === 1 ? '1 overlay page answers' : `${count} overlay pages answer`),
  close: 'Close',
} as const;
