import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BadOptions, plainPortOf, readOptions } from '../../../server/options.js';
import { testFolder } from '../../fixtures/folder.js';

describe('options', () => {
  it('have defaults that start a booth for the LAN', () => {
    expect(readOptions([], {})).toEqual({
      port: 8088,
      host: '0.0.0.0',
      data: './data',
      obs: 'ws://127.0.0.1:4455',
      obsPassword: null,
      simulator: false,
      allowHosts: [],
      open: true,
      https: null,
      dev: false,
    });
  });

  it('come from flags before the environment', () => {
    const env = {
      SHOWFLOOR_PORT: '9000',
      SHOWFLOOR_OBS: 'ws://10.0.0.5:4455',
      SHOWFLOOR_ALLOW_HOST: 'a.local,b.local',
    };
    expect(readOptions(['--port', '9001', '--simulator'], env)).toMatchObject({
      port: 9001,
      obs: 'ws://10.0.0.5:4455',
      simulator: true,
      allowHosts: ['a.local', 'b.local'],
    });
  });

  it('open no browser when they say so', () => {
    expect(readOptions(['--no-open'], {}).open).toBe(false);
    expect(readOptions([], { SHOWFLOOR_NO_OPEN: '1' }).open).toBe(false);
  });

  it('take the password of OBS from the environment or a file, and no other way', () => {
    const data = testFolder();
    expect(readOptions(['--data', data], { SHOWFLOOR_OBS_PASSWORD: 'secret' }).obsPassword).toBe('secret');
    writeFileSync(join(data, 'obs-password'), 'from the file\n');
    expect(readOptions(['--data', data], {}).obsPassword).toBe('from the file');
    expect(() => readOptions(['--obs-password', 'secret'], {})).toThrow(BadOptions);
    expect(() => readOptions(['--obs', 'ws://me:secret@10.0.0.5:4455'], {})).toThrow('takes no password');
  });

  it('speak HTTPS when it is asked for, or when there is a certificate to show', () => {
    const files = { cert: 'a.pem', key: 'b.pem' };
    expect(readOptions(['--https'], {}).https).toBe('local');
    expect(readOptions([], { SHOWFLOOR_HTTPS: '1' }).https).toBe('local');
    expect(readOptions(['--cert', 'a.pem', '--key', 'b.pem'], {}).https).toEqual(files);
    expect(readOptions(['--key', 'b.pem'], { SHOWFLOOR_CERT: 'a.pem' }).https).toEqual(files);
    expect(plainPortOf(readOptions(['--https', '--port', '9000'], {}))).toBe(9001);
  });

  it.each([
    [['--cert', 'a.pem']],
    [['--https', '--key', 'b.pem']],
    [['--https', '--port', '65535']],
    [['--port', 'eighty']],
    [['--port', '65536']],
    [['--port', '-1']],
    [['--obs', 'http://127.0.0.1']],
    [['--obs', 'nonsense']],
    [['--unknown']],
    [['stray']],
    [['--port']],
  ])('refuse %j in one sentence', (argv) => {
    expect(() => readOptions(argv, {})).toThrow(BadOptions);
    expect(() => readOptions(argv, {})).toThrow(/^[^\n]{20,240}\.$/);
  });
});
