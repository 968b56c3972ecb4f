import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { startAccess } from './access/access.js';
import { addressesOf, lanHosts } from './access/addresses.js';
import { Pairing } from './access/pairing.js';
import { openPanel } from './browser.js';
import { BUILT_PAGES, REPOSITORY, readBuild } from './build.js';
import { CannotStart } from './cannotStart.js';
import { SystemClock } from './clock.js';
import { openDataFolder } from './dataFolder.js';
import { makeGreeting } from './greeting.js';
import { openHttps } from './https/https.js';
import { HttpEdge } from './http/edge.js';
import { listen } from './listen.js';
import { printLog } from './log.js';
import { newShow } from './newShow.js';
import { Feeds } from './obs/feeds/feeds.js';
import { ObsLink } from './obs/link.js';
import { Mirror } from './obs/mirror.js';
import { freeBytes, recordFolder, recordedBytes } from './obs/recordCounts.js';
import { Verbs } from './obs/verbs.js';
import { BadOptions, readOptions, type Options } from './options.js';
import { RealObsNote, wasRealObsThatDay } from './realObs.js';
import { Alerts } from './show/alerts.js';
import { AsRun } from './show/asRun/asRun.js';
import { AutoOff } from './show/autoOff.js';
import { Dispatch } from './show/dispatch.js';
import { FormattingMemory } from './show/formattingMemory.js';
import { InputMemory } from './show/inputMemory.js';
import { Looks } from './show/looks.js';
import { Losses } from './show/losses.js';
import { Pending } from './show/pending.js';
import { Renderers } from './show/renderers.js';
import { restore } from './show/restore.js';
import { SoundFollower } from './show/sound/soundFollower.js';
import { StripKeeper } from './show/sound/strips.js';
import { SafeEnd } from './show/safeEnd.js';
import { SimulatorMark } from './show/simulatorMark.js';
import { Store } from './show/store.js';
import { Troubles } from './show/troubles.js';
import { DiskKeeper } from './store/diskKeeper.js';
import { Upkeep } from './store/upkeep.js';
import { surviveFaults } from './surviveFaults.js';
import { StreamLedger } from './takes/streamLedger.js';
import { startTakes } from './takes/takes.js';

/** Longest that a stop may take, in ms. */
const STOP_PATIENCE_MS = 4000;

/**
 * The composition root: builds everything, starts it, and answers how to stop it. The only file that knows all others.
 * @throws CannotStart
 */
async function start(options: Readonly<Options>) {
  const log = printLog;
  const { version, build: builtOf } = readBuild();
  const build = options.dev ? 'dev' : builtOf;
  const bootId = randomUUID();
  const clock = new SystemClock();

  if (options.simulator && wasRealObsThatDay(options.data, clock.now())) {
    throw new CannotStart(
      `A real OBS was connected to the show in ${options.data} today, and a simulator must not pass for it: choose another folder with --data, or start without --simulator.`,
    );
  }
  const folder = openDataFolder(options.data, options.simulator, log);
  const disk = folder.file;
  const upkeep = new Upkeep(disk.path, log);

  const store = new Store({
    disk,
    onDisk: (error) => {
      if (error !== null) log('error', 'The disk refused a change.', error);
      alerts.tellOfDisk(error);
    },
  });
  const troubles = new Troubles({ clock, publish: (changes) => store.observe(changes) });
  const alerts = new Alerts({ store, clock, troubles });
  const renderers = new Renderers({ store, alerts });
  const looks = new Looks(store);
  const streamLedger = new StreamLedger({ store, clock });

  const simulator = options.simulator ? await simulate() : null;
  const link = new ObsLink({
    address: simulator?.url ?? options.obs,
    password: simulator === null ? options.obsPassword : null,
    clock,
    log,
  });
  const mirror = new Mirror({
    link,
    clock,
    log,
    publish: (changes) => store.observe(changes),
    knownSceneId: (collection, name) => looks.knownSceneId(collection, name),
    inputMemory: new InputMemory(store),
    knownStream: () => streamLedger.known,
    onMeters: (meters) => feeds.measured(meters),
  });
  const feeds = new Feeds({
    link,
    mirror,
    clock,
    log,
    onPicture: (picture) => edge.feed.picture(picture, picture.sceneId === mirror.slices.program?.sceneId),
    onStatistics: (statistics) => edge.feed.statistics(statistics),
    onLevels: (levels) => edge.feed.levels(levels),
  });
  const formattings = new FormattingMemory(store);
  const device = new Verbs({ link, mirror, clock, log, formattings });
  const pending = new Pending({
    store,
    clock,
    alerts,
    tell: (failure, asked) => {
      troubles.failed(asked, failure);
      edge.desk.emit('command.failed', failure);
    },
  });
  const floor = {
    store,
    clock,
    device,
    pending,
    pages: { flash: (deviceId: string, name: string) => edge.flash(deviceId, name) },
  };
  const pairing = new Pairing({ store, clock });
  const dispatch = new Dispatch({ floor, disk, bootId, log, troubles });
  const autoOff = new AutoOff(floor);
  const hostNames = ['localhost', hostname(), `${hostname()}.local`, ...options.allowHosts];
  const https = await openHttps({
    ...{ choice: options.https, data: options.data, clock, log },
    names: () => [...hostNames, ...lanHosts(options.host)],
  });
  const asRun = new AsRun({ store, clock, log, disk: disk.asRun });
  const edge = new HttpEdge({
    store,
    clock,
    log,
    renderers,
    dispatch: (actor, raw) => dispatch.run(actor, raw),
    asRun,
    pairing: {
      actorOf: (secret, address) => pairing.actorOf(secret, address),
      redeem: (code, from) => pairing.redeem(code, from),
      heard: (deviceId, address) => pairing.heard(deviceId, address),
    },
    ...{ build, version, bootId, hostNames, https },
    onWatch: (watch) => feeds.want(watch),
    pages: options.dev ? { sources: REPOSITORY } : { built: BUILT_PAGES },
  });

  store.open(newShow(clock.now()));
  const identity = store.state.identity ?? { id: randomUUID(), name: hostname() };
  const booth = { ...identity, bootId, version, build, simulator: simulator !== null };
  store.observe({ set: { identity, booth } });
  store.observe(restore(store.state, clock.now()));

  clock.start();
  upkeep.start();
  new Losses({ store, alerts }).start();
  looks.start();
  new StripKeeper(store).start();
  new SimulatorMark(store).start();
  new RealObsNote({ store, clock, log, data: options.data }).start();
  // Before what waits for the stream: it says whose tap it was.
  streamLedger.start();
  pending.start();
  new SafeEnd(store).start();
  renderers.start();
  autoOff.start();
  asRun.start();
  new SoundFollower({ floor, alerts, log }).start();
  startTakes({
    ...{ store, clock, alerts, log, device },
    memory: formattings,
    counted: () => recordedBytes(link, () => mirror.doubt()),
    freeBytes: () => freeBytes(link),
    folder: () => recordFolder(link),
  });
  await listen(edge, options);
  folder.introduce(booth.name, edge.port);
  const addresses = () => addressesOf(options.host, edge, https);
  const access = await startAccess({
    ...{ store, clock, log, pairing, addresses },
    folder: folder.folder,
  });
  const diskKeeper = new DiskKeeper({
    ...{ store, clock, log, upkeep, file: disk },
    retake: () => folder.retake(),
    onBack: () => void access.reopen(),
  });
  diskKeeper.start();
  https?.start(store, (pair) => edge.show(pair));
  mirror.start();
  link.start();

  const stop = async () => {
    feeds.stop();
    access.stop();
    https?.stop();
    await link.stop();
    await edge.stop();
    await simulator?.stop();
    diskKeeper.stop();
    asRun.stop();
    await upkeep.stop();
    clock.stop();
    folder.close();
  };
  const fingerprint = https?.authority?.fingerprint ?? null;
  return { stop, addresses: addresses(), fingerprint, version, pairing };
}

/** Loaded only when asked for: a real show starts without it. */
async function simulate() {
  const { startSimulator } = await import('./simulator/simulator.js');
  return startSimulator({ port: 0, password: null, dialect: '5.5' });
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  const started = await start(options);
  surviveFaults();
  let isStopping = false;
  const end = () => {
    // Somebody asks twice, or something does not end: what was told "done" is on disk, so nothing is lost.
    if (isStopping) process.exit(0);
    isStopping = true;
    setTimeout(() => process.exit(0), STOP_PATIENCE_MS).unref();
    void started.stop().finally(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  // Said last: whoever waits for it may send a signal at once.
  process.stdout.write(makeGreeting(options, started));
  openPanel(options, started.addresses);
}

main().catch((error: unknown) => {
  const isExpected = error instanceof BadOptions || error instanceof CannotStart;
  process.stderr.write(`${isExpected ? error.message : `It could not start: ${String(error)}`}\n`);
  if (!isExpected) printLog('error', 'This is a fault of Showfloor.', error);
  process.exit(error instanceof BadOptions ? 2 : 1);
});
