import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OwnerLock } from '../../../server/store/ownerLock.js';
import { testFolder } from '../../fixtures/folder.js';

const libsql = createRequire(import.meta.url).resolve('libsql');

function lockOn(folder: string): OwnerLock {
  const lock = new OwnerLock(folder);
  onTestFinished(() => lock.release());
  return lock;
}

describe('the lock of a data folder', () => {
  it('has one owner, until it is released', () => {
    const folder = testFolder();
    const first = lockOn(folder);
    expect(first.take()).toBe(true);
    expect(lockOn(folder).take()).toBe(false);
    first.release();
    expect(lockOn(folder).take()).toBe(true);
  });

  it('is free again after its owner was killed', async () => {
    const folder = testFolder();
    const take = `
      const db = new (require(${JSON.stringify(libsql)}))(${JSON.stringify(join(folder, 'owner.lock'))});
      db.exec('BEGIN EXCLUSIVE');
      console.log('taken');
      setInterval(() => db, 1000);`;
    const owner = spawn(process.execPath, ['-e', take]);
    onTestFinished(() => void owner.kill('SIGKILL'));
    await once(owner.stdout, 'data');
    expect(lockOn(folder).take()).toBe(false);
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    expect(lockOn(folder).take()).toBe(true);
    expect(lockOn(folder).take()).toBe(false);
  });

  it('says why when the folder refuses', () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(() => lockOn(join(folder, 'file')).take()).toThrow();
  });
});
