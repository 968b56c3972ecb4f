/** The simulator in a process of its own, which hears by IPC what is wrong with it. */
import { appendFileSync, existsSync } from 'node:fs';

/** @typedef {import('./simulatedObs.js').Order} Order */

const { startSimulator } = /** @type {typeof import('../../server/simulator/simulator.js')} */ (
  await import(new URL('../../dist/server/simulator/simulator.js', import.meta.url).href)
);

const [recordings = ''] = process.argv.slice(2);
const WRITE_EVERY_MS = 100;

const simulator = await startSimulator({ port: 0, password: null, dialect: '5.5' });
furnish();
setInterval(write, WRITE_EVERY_MS);
process.on('message', (message) => void answer(/** @type {{id: number, order: Order}} */ (message)));
process.on('disconnect', () => process.exit(0));
process.send?.({ url: simulator.url });

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
  await carryOut(order);
  process.send?.({ id, truth: truth() });
}

/** @param {Order} order */
async function carryOut(order) {
  const { faults } = simulator;
  switch (order.do) {
    case 'hang':
      return faults.hang();
    case 'reorder':
      return faults.reorder();
    case 'clear':
      return faults.clear();
    case 'kill':
      return simulator.crash();
    case 'start':
      await simulator.start();
      furnish();
      if (order.other) await simulator.booth.collections.create('Other');
      return;
    case 'click':
      return click(order.what, order.pick);
    case 'truth':
  }
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
    scene: program.current.name,
    record,
    path: recording.path,
    stream: streaming.isActive ? 'on' : 'off',
  };
}
