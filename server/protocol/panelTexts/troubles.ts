import type { Trouble } from '../slices.js';

export const TROUBLES = {
  title: 'Log of refusals and alerts',
  kinds: { refused: 'NOT DONE', failed: 'CAME TO NOTHING', alert: 'ALERT' } satisfies Record<
    Trouble['kind'],
    string
  >,
  none: 'Nothing went wrong since the server started.',
  thisDevice: 'this device',
  house: 'by itself',
  goneDevice: 'a device that left',
  close: 'Close',
} as const;
