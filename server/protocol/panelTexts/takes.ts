import type { Ending } from '../codes.js';
import type { Take } from '../slices.js';

export const TAKES = {
  title: 'Takes',
  close: 'Close',
  none: 'Nothing was recorded yet. Every recording is listed here from the moment somebody taps Record, also those that OBS’s own button starts.',
  unnamed: 'Named by OBS, which does not say how',
  rehearsal: 'REHEARSAL',
  replay: 'LAST MINUTE',
  part: 'PART OF A TAKE',
  found: 'FOUND ON DISK',
  states: {
    starting: 'STARTING',
    recording: 'RECORDING',
    stopping: 'STOPPING',
    done: 'DONE',
    failed: 'NOT RECORDED',
    interrupted: 'INTERRUPTED',
  } satisfies Record<Take['state'], string>,
  endings: {
    crew: 'stopped here',
    obs: 'stopped in OBS',
    'disk-full': 'STOPPED BY A FULL DISK',
    'writer-died': 'OBS lost the file',
    'obs-away': 'OBS went away',
    'server-away': 'ended while the server was away',
  } satisfies Record<Ending, string>,
  stoppedOn: (device: string) => `stopped on ${device}`,
  thisDevice: 'this device',
  goneDevice: 'a device that left',
  marks: (count: number) => (count === 1 ? '1 mark' : `${count} marks`),
  files: (count: number) => `${count} files`,
  notLooked: 'file not looked at yet',
  file: {
    there: (megabytes: string) => `on disk, ${megabytes} MB`,
    empty: 'FILE IS EMPTY',
    missing: 'FILE IS MISSING',
    unseen: 'not seen on disk',
  },
} as const;
