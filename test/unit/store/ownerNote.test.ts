import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OwnerNote } from '../../../server/store/ownerNote.js';
import { testFolder } from '../../fixtures/folder.js';

describe('the note of who owns a folder', () => {
  it('names the process that wrote it, and with a booth and a port once there are some', () => {
    const note = new OwnerNote(testFolder());
    note.write({ booth: null, port: null }, 1);
    const self = { host: hostname(), pid: process.pid, since: 1 };
    expect(note.read()).toEqual({ ...self, booth: null, port: null });
    note.write({ booth: 'Booth “3”', port: 8088 }, 1);
    expect(note.read()).toEqual({ ...self, booth: 'Booth “3”', port: 8088 });
  });

  it('names nobody when it was left by a process that is gone, is torn, or is not there', () => {
    const folder = testFolder();
    const note = new OwnerNote(folder);
    expect(note.read()).toBeNull();
    note.write({ booth: 'Old', port: 1 }, 1);
    const path = join(folder, 'owner.json');
    const gone = spawnSync(process.execPath, ['-e', '0']).pid;
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), pid: gone }));
    expect(note.read()).toBeNull();
    writeFileSync(path, '{"booth": "Ol');
    expect(note.read()).toBeNull();
  });
});
