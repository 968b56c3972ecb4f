/** The simulator in a process of its own, which tells who asked it for what, and hears by IPC what is wrong with it. */
import { appendFileSync, existsSync } from 'node:fs';
import Database from 'libsql';

/** @typedef {import('./obs.js').Order} Order */

/** @param {string} path @returns {Promise<unknown>} */
const built = (path) => import(new URL(`../../dist/server/simulator/${path}`, import.meta.url).href);
const { Session } = /** @type {typeof import('../../server/simulator/session.js')} */ (
  await built('session.js')
);
const { startSimulator } = /** @type {typeof import('../../server/simulator/simulator.js')} */ (
  await built('simulator.js')
);

const [recordings = ''] = process.argv.slice(2);
let showFile = '';
const WRITE_EVERY_MS = 100;
/** What somebody must have asked for. */
const ACTS =
  /^(SetCurrentProgramScene|(Start|Stop|Pause|Resume)(Record|Stream)|SaveReplayBuffer|StopReplayBuffer)$/;

/** @type {() => void} */
const start = Reflect.get(Session.prototype, 'start');
Session.prototype.start = function listening() {
  const { socket } = /** @type {{socket: import('ws').WebSocket}} */ (/** @type {unknown} */ (this));
  // Before the session's own listener, and also while it hangs: this is when the server sent it.
  socket.on('message', (data) => hear(Buffer.isBuffer(data) ? data.toString() : ''));
  start.call(this);
};

const simulator = await startSimulator({ port: 0, password: null, dialect: '5.5' });
furnish();
const writing = setInterval(write, WRITE_EVERY_MS);
process.on('message', (message) => void answer(/** @type {{id: number, order: Order}} */ (message)));
process.on('disconnect', () => process.exit(0));
process.send?.({ url: simulator.url });

/** @param {string} text */
function hear(text) {
  const { op, d } =
    /** @type {{op: number, d: {requestType?: string, requests?: {requestType: string}[]}}} */ (
      JSON.parse(text)
    );
  const types =
    op === 6 ? [d.requestType ?? ''] : op === 8 ? (d.requests ?? []).map((it) => it.requestType) : [];
  for (const type of types.filter((it) => ACTS.test(it))) {
    process.send?.({
      arrived: { type, at: Date.now(), takes: type === 'StartRecord' ? startingTakes() : null },
    });
  }
}

/** Takes on disk that are about to begin; null when the show file could not be read. @returns {string[] | null} */
function startingTakes() {
  /** @type {Database.Database | null} */
  let db = null;
  try {
    db = new Database(showFile);
    const rows = /** @type {[string][]} */ (
      db
        .prepare(`SELECT key FROM slices WHERE key LIKE 'take:%' AND value LIKE '%"state":"starting"%'`)
        .raw()
        .all()
    );
    return rows.map(([key]) => key);
  } catch {
    // A disk that is full cannot be read either: whoever filled it knows.
    return null;
  } finally {
    db?.close();
  }
}

function furnish() {
  simulator.booth.profiles.set('SimpleOutput', 'FilePath', recordings);
}

/** A recording grows on disk, as one does. */
function write() {
  const { isActive, isPaused, path } = simulator.booth.recording;
  if (isActive && !isPaused && path !== null && existsSync(recordings)) appendFileSync(path, 'frame');
}

/** @param {{id: number, order: Order}} message */
async function answer({ id, order }) {
  const { faults } = simulator;
  switch (order.do) {
    case 'know':
      showFile = order.showFile;
      break;
    case 'hang':
      faults.hang();
      break;
    case 'drop':
      faults.drop();
      break;
    case 'slow':
      faults.slow(order.ms);
      break;
    case 'reorder':
      faults.reorder();
      break;
    case 'clear':
      faults.clear();
      break;
    case 'restart':
      await simulator.crash();
      await simulator.start();
      furnish();
      if (order.other) await simulator.booth.collections.create('Other');
      break;
    case 'click':
      click(order.what, order.pick);
      break;
    case 'end':
      clearInterval(writing);
      await simulator.stop();
      break;
    case 'truth':
      break;
  }
  process.send?.({ id, truth: truth() });
}

/** Somebody at the OBS computer. @param {import('./obs.js').Click} what @param {number} pick */
function click(what, pick) {
  const { recording, streaming, program, scenery } = simulator.booth;
  const scene = scenery.scenes[pick % scenery.scenes.length];
  if (what === 'record') recording.start();
  else if (what === 'stop-record') recording.stop();
  else if (what === 'stream') streaming.start();
  else if (what === 'stop-stream') streaming.stop();
  else if (scene !== undefined) program.goTo(scene);
}

/** @returns {import('./obs.js').Truth} */
function truth() {
  const { recording, streaming, program } = simulator.booth;
  const record = recording.isActive ? (recording.isPaused ? 'paused' : 'on') : 'off';
  return {
    sceneId: program.current.uuid,
    record,
    path: recording.path,
    stream: streaming.isActive ? 'on' : 'off',
  };
}
