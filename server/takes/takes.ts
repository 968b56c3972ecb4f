import type { Alerts } from '../show/alerts.js';
import type { Clock } from '../show/clock.js';
import type { FormattingMemory } from '../show/formattingMemory.js';
import type { Device } from '../show/device.js';
import type { Log } from '../show/log.js';
import type { Store } from '../show/store.js';
import { listRecordings, lookAtDisk } from './diskLook.js';
import { FileNames } from './fileNames.js';
import { FileWatch } from './fileWatch.js';
import { Ledger } from './ledger.js';
import { Orphans } from './orphans.js';
import { Replays } from './replays.js';
import { Resuming } from './resuming.js';
import { StreamWatch } from './streamWatch.js';
import { TakeFiles } from './takeFiles.js';

export interface TakesOptions {
  store: Store;
  clock: Clock;
  alerts: Alerts;
  log: Log;
  device: Device;
  memory: FormattingMemory;
  /** Bytes that OBS says it has recorded; null when it does not say. */
  counted: () => Promise<number | null>;
  /** Free on the disk that OBS records to, in bytes; null when it does not say. */
  freeBytes: () => Promise<number | null>;
  /** The folder that OBS records to; null when it does not say. */
  folder: () => Promise<string | null>;
}

/** Starts all that keeps takes and looks after them; the ledger first, which the others read. */
export function startTakes(options: TakesOptions): void {
  const { store, clock, alerts, log, device, memory, counted, freeBytes, folder } = options;
  new Ledger({ store, clock, alerts, freeBytes }).start();
  new FileNames({ store, clock, log, device, memory }).start();
  new Resuming({ store, clock, alerts }).start();
  new StreamWatch({ store, clock, alerts }).start();
  new Replays({ store, clock }).start();
  new TakeFiles({ store, alerts, look: lookAtDisk }).start();
  new Orphans({ store, clock, log, folder, list: listRecordings }).start();
  new FileWatch({ store, clock, alerts, look: lookAtDisk, counted }).start();
}
