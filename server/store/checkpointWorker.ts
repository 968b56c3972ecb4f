import { parentPort, workerData } from 'node:worker_threads';
import Database from 'libsql';

/**
 * Runs in a worker: moves the write-ahead log into the database now and then, where a stall hurts nobody. It is asked
 * to close: terminating a worker with a database open can abort the process.
 */
const EVERY_MS = 2000;

const db = new Database(String(workerData));
const timer = setInterval(() => {
  try {
    db.exec('PRAGMA wal_checkpoint(PASSIVE)');
  } catch (error) {
    parentPort?.postMessage(String(error));
  }
}, EVERY_MS);

parentPort?.once('message', () => {
  clearInterval(timer);
  db.close();
  parentPort?.close();
});
