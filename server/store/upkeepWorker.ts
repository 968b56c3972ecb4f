import { parentPort, workerData } from 'node:worker_threads';
import Database from 'libsql';
import { backUp, backupsOf } from './backup.js';

/**
 * Runs in a worker, where a stall hurts nobody: moves the write-ahead log into the database now and then, and backs up
 * what changed. It is asked to close, and then backs up once more: terminating a worker with a database open can abort
 * the process.
 */
const CHECKPOINT_EVERY_MS = 2000;
const BACKUP_EVERY_MS = 300_000;

const path = String(workerData);
const db = new Database(path);
const folder = backupsOf(path);
const checkpoints = setInterval(() => attempt('checkpoint', checkpoint), CHECKPOINT_EVERY_MS);
const backups = setInterval(() => attempt('backup', backup), BACKUP_EVERY_MS);

function checkpoint(): void {
  db.exec('PRAGMA wal_checkpoint(PASSIVE)');
}

function backup(): void {
  backUp(db, folder, new Date());
}

function attempt(what: 'checkpoint' | 'backup', act: () => void): void {
  try {
    act();
  } catch (error) {
    parentPort?.postMessage({ what, problem: String(error) });
  }
}

parentPort?.once('message', () => {
  clearInterval(checkpoints);
  clearInterval(backups);
  attempt('backup', backup);
  db.close();
  parentPort?.close();
});
