import * as fc from 'fast-check';
import type { CommandName } from '../../server/protocol/commands.js';
import { ACT_NAMES } from './acts.js';
import type { Click } from './obs.js';
import type { How } from './tablet.js';

/** One thing that happens. Plain data, so that a failure is printed, replayed and shrunk as it is. */
export type Happening =
  | { is: 'tap'; tablet: number; name: CommandName; n: number; how: How }
  | { is: 'packet again'; tablet: number; n: number }
  | { is: 'click'; what: Click; n: number }
  | { is: 'kill server' }
  | { is: 'server dies at write'; n: number }
  | { is: 'obs hangs' | 'obs drops' | 'obs reorders' | 'obs is whole' }
  | { is: 'obs is slow'; ms: number }
  | { is: 'obs restarts'; other: boolean }
  | { is: 'tablet'; which: number; does: 'cut' | 'freeze' | 'lag' | 'back' }
  | { is: 'overlay'; which: number; does: 'cut' | 'freeze' | 'lag' | 'stutter' | 'back' }
  | { is: 'overlay reloads'; which: number }
  | { is: 'disk full' | 'disk free' | 'disk flooded' | 'disk quiet' }
  | { is: 'server clock' | 'tablet clock'; which: number; ms: number };

/** `rush`: the next one comes at once, before anything has come of this one. */
export type Step = Happening & { rush: boolean };

export const TABLETS = 3;
export const OVERLAYS = 2;

const HOURS_MS = 3_600_000;
/** A real OBS on a busy machine took 0.36 s to answer. */
const SLOWEST_MS = 450;
const n = fc.nat({ max: 997 });
const tablet = fc.nat({ max: TABLETS - 1 });
const overlay = fc.nat({ max: OVERLAYS - 1 });
const how = fc.oneof(
  { weight: 12, arbitrary: fc.constant<How>('once') },
  { weight: 2, arbitrary: fc.constant<How>('twice') },
  { weight: 1, arbitrary: fc.constantFrom<How>('late', 'other-boot', 'swapped') },
);
/** What a show is made of comes more often than the rest. */
const OFTEN: readonly CommandName[] = [
  'program.cut',
  'graphic.show',
  'graphic.hide',
  'record.start',
  'record.stop',
  'stream.start',
  'guest.add',
];
const name = fc.oneof(fc.constantFrom(...ACT_NAMES), fc.constantFrom(...OFTEN));
const AWAY = ['cut', 'freeze', 'lag', 'back', 'back'] as const;
const shift = fc.constantFrom(-2 * HOURS_MS, -5000, -700, 700, 5000, 2 * HOURS_MS);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 30, arbitrary: fc.record({ is: fc.constant('tap' as const), tablet, name, n, how }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('packet again' as const), tablet, n }) },
  {
    weight: 4,
    arbitrary: fc.record({
      is: fc.constant('click' as const),
      what: fc.constantFrom<Click>('record', 'stop-record', 'stream', 'stop-stream', 'cut'),
      n,
    }),
  },
  { weight: 3, arbitrary: fc.constant({ is: 'kill server' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      is: fc.constant('server dies at write' as const),
      n: fc.integer({ min: 1, max: 16 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      is: fc.constantFrom('obs hangs' as const, 'obs drops' as const, 'obs reorders' as const),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ is: 'obs is whole' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ is: fc.constant('obs is slow' as const), ms: fc.nat({ max: SLOWEST_MS }) }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('obs restarts' as const), other: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant('tablet' as const),
      which: tablet,
      does: fc.constantFrom(...AWAY),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant('overlay' as const),
      which: overlay,
      does: fc.constantFrom(...AWAY, 'stutter' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('overlay reloads' as const), which: overlay }) },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constantFrom(
        'disk full' as const,
        'disk free' as const,
        'disk flooded' as const,
        'disk quiet' as const,
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constantFrom('server clock' as const, 'tablet clock' as const),
      which: tablet,
      ms: shift,
    }),
  },
);

/** A run: what happens, one after the other. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.tuple(happening, fc.boolean()).map(([it, rush]): Step => ({ ...it, rush })),
  { minLength: 5, maxLength: 60, size: 'max' },
);
