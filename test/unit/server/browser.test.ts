import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBrowser, openerOn } from '../../../server/browser.js';
import { testFolder } from '../../fixtures/folder.js';

describe('the browser of this computer', () => {
  it.each([
    ['a Mac', 'darwin', {}, true, 'open'],
    ['Windows', 'win32', {}, true, 'explorer.exe'],
    ['a desktop under X', 'linux', { DISPLAY: ':0' }, true, 'xdg-open'],
    ['a desktop under Wayland', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, true, 'xdg-open'],
    ['a machine without a screen', 'linux', { DISPLAY: '' }, true, null],
    ['a Mac over ssh', 'darwin', { SSH_CONNECTION: '10.0.0.2 1 10.0.0.1 22' }, true, null],
    ['a build machine', 'linux', { DISPLAY: ':0', CI: 'true' }, true, null],
    ['a desktop, started by a program', 'linux', { DISPLAY: ':0' }, false, null],
  ] as const)('is opened where somebody sits: %s', (_, platform, env, isTerminal, opener) => {
    expect(openerOn({ platform, env, isTerminal })).toBe(opener);
  });

  it('gets the address, and a missing opener ends nothing', async () => {
    const folder = testFolder();
    const [opener, told] = [join(folder, 'opener'), join(folder, 'told')];
    writeFileSync(opener, `#!/bin/sh\nprintf %s "$1" > '${told}.new' && mv '${told}.new' '${told}'\n`);
    chmodSync(opener, 0o755);
    openBrowser(join(folder, 'none'), 'http://127.0.0.1:8088/');
    openBrowser(opener, 'http://127.0.0.1:8088/');
    await expect.poll(() => existsSync(told), { timeout: 5000 }).toBe(true);
    expect(readFileSync(told, 'utf8')).toBe('http://127.0.0.1:8088/');
  });
});
