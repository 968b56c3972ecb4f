import { randomUUID } from 'node:crypto';
import { Pairing } from '../../server/access/pairing.js';
import { SystemClock } from '../../server/clock.js';
import { HttpEdge } from '../../server/http/edge.js';
import { printLog } from '../../server/log.js';
import { newShow } from '../../server/newShow.js';
import { Mirror } from '../../server/obs/mirror.js';
import { ObsLink } from '../../server/obs/link.js';
import { Verbs } from '../../server/obs/verbs.js';
import { Alerts } from '../../server/show/alerts.js';
import { AsRun } from '../../server/show/asRun/asRun.js';
import type { AsRunDisk } from '../../server/show/asRun/asRunDisk.js';
import { Dispatch } from '../../server/show/dispatch.js';
import type { Disk } from '../../server/show/disk.js';
import { FormattingMemory } from '../../server/show/formattingMemory.js';
import { InputMemory } from '../../server/show/inputMemory.js';
import { Pending } from '../../server/show/pending.js';
import { Renderers } from '../../server/show/renderers.js';
import { Store } from '../../server/show/store.js';
import { Troubles } from '../../server/show/troubles.js';
import { ShowFile } from '../../server/store/showFile.js';
import { Upkeep } from '../../server/store/upkeep.js';
import { builtOf } from './desk.js';

// A process of its own: the way of a tap through the server, with a show file at the path that is given, and without one.
const [path = ''] = process.argv.slice(2);
const isKept = path !== '';
const log = printLog;
const clock = new SystemClock();
const file = isKept ? new ShowFile(path, log) : null;
const disk: Disk = file ?? { load: () => ({}), write: () => undefined, journal: () => undefined };
const airings: AsRunDisk = file?.asRun ?? {
  load: () => ({ open: [], newest: [], lastNumber: 0, seenAt: null }),
  write: () => undefined,
  after: () => ({ lines: [], lastNumber: null }),
};
const store = new Store({
  disk,
  onDisk: (error) => error !== null && log('error', 'The disk refused.', error),
});
const troubles = new Troubles({ clock, publish: (changes) => store.observe(changes) });
const alerts = new Alerts({ store, clock, troubles });
const link = new ObsLink({ address: 'ws://127.0.0.1:9', password: null, clock, log });
const mirror = new Mirror({
  ...{ link, clock, log },
  publish: (changes) => store.observe(changes),
  knownSceneId: () => undefined,
  inputMemory: new InputMemory(store),
  knownStream: () => null,
  onMeters: () => undefined,
});
const device = new Verbs({ link, mirror, clock, log, formattings: new FormattingMemory(store) });
const pending = new Pending({ store, clock, alerts, tell: () => undefined });
const pairing = new Pairing({ store, clock });
const bootId = randomUUID();
const floor = { store, clock, device, pending, pages: { flash: () => undefined } };
const dispatch = new Dispatch({ floor, disk, bootId, log, troubles });
const asRun = new AsRun({ store, clock, log, disk: airings });
const anybody = { deviceId: randomUUID(), role: 'producer' } as const;
const edge = new HttpEdge({
  ...{ store, clock, log, asRun, bootId, version: '', build: builtOf() },
  renderers: new Renderers({ store, alerts }),
  dispatch: (actor, raw) => dispatch.run(actor, raw),
  pairing: {
    actorOf: (secret, address) => (isKept ? pairing.actorOf(secret, address) : anybody),
    redeem: () => 'wrong',
    heard: (deviceId, address) => isKept && pairing.heard(deviceId, address),
  },
  hostNames: [],
  https: null,
  onWatch: () => undefined,
  pages: { built: 'dist/pages' },
});

store.open(newShow(clock.now()));
pending.start();
asRun.start();
if (isKept) new Upkeep(path, log).start();
const token = isKept ? pairing.token('producer', 'Tablet').secret : 'x'.repeat(43);
await edge.start(0, '127.0.0.1', 0);
console.log(`http://127.0.0.1:${edge.port}/ ${token}`);
