import { describe, expect, it } from 'vitest';
import { isInstalled } from '../../../scripts/install.mjs';

const server = { version: '1.0.0', integrity: 'sha512-a' };
const tool = { version: '2.0.0', integrity: 'sha512-b', dev: true };
const binaryOfAnotherSystem = { version: '3.0.0', integrity: 'sha512-c', optional: true };
const locked = {
  '': { version: '0.1.0' },
  'node_modules/server': server,
  'node_modules/tool': tool,
  'node_modules/binary': binaryOfAnotherSystem,
};

describe('packages that are installed', () => {
  it('are enough for a start without the tools', () => {
    expect(isInstalled(locked, { 'node_modules/server': server }, false)).toBe(true);
  });

  it('are not enough for the tests without the tools', () => {
    expect(isInstalled(locked, { 'node_modules/server': server }, true)).toBe(false);
    expect(isInstalled(locked, { 'node_modules/server': server, 'node_modules/tool': tool }, true)).toBe(
      true,
    );
  });

  it('are stale when the lock file names another version', () => {
    const older = { ...server, version: '0.9.0' };
    expect(isInstalled(locked, { 'node_modules/server': older }, false)).toBe(false);
  });

  it('are stale when the content differs under the same version', () => {
    const other = { ...server, integrity: 'sha512-z' };
    expect(isInstalled(locked, { 'node_modules/server': other }, false)).toBe(false);
  });

  it('are absent when npm left no record of a finished install', () => {
    expect(isInstalled(locked, {}, false)).toBe(false);
  });
});
