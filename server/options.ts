import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { HttpsChoice } from './https/https.js';

/** What the person at the terminal chose: flags first, then `SHOWFLOOR_*` in the environment, then the defaults. */
export interface Options {
  port: number;
  host: string;
  /** Folder of the show; made when missing. */
  data: string;
  obs: string;
  /** Null: OBS asks for none, or it is unknown. */
  obsPassword: string | null;
  simulator: boolean;
  allowHosts: readonly string[];
  /** The panel comes up in this computer's browser, where it has a desktop. */
  open: boolean;
  /** Null: plain HTTP. */
  https: HttpsChoice | null;
  /** Pages from their sources, with hot reload. */
  dev: boolean;
}

/** A choice that cannot be followed; the message is one sentence on what to do. */
export class BadOptions extends Error {}

/** The file in the data folder that may hold OBS's password, for those who keep it out of the environment. */
const PASSWORD_FILE = 'obs-password';

/**
 * Reads the options once, frozen.
 * @throws BadOptions
 */
export function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv): Readonly<Options> {
  const flags = parse(argv);
  const text = <T>(name: 'port' | 'host' | 'data' | 'obs' | 'cert' | 'key', fallback: T) =>
    flags[name] ?? env[`SHOWFLOOR_${name.toUpperCase()}`] ?? fallback;
  const data = text('data', './data');
  const https = httpsOf(text('cert', null), text('key', null), flags.https ?? isOn(env['SHOWFLOOR_HTTPS']));
  return Object.freeze({
    port: portOf(text('port', '8088'), https),
    host: text('host', '0.0.0.0'),
    data,
    obs: obsOf(text('obs', 'ws://127.0.0.1:4455')),
    obsPassword: env['SHOWFLOOR_OBS_PASSWORD'] ?? passwordIn(data),
    simulator: flags.simulator ?? isOn(env['SHOWFLOOR_SIMULATOR']),
    https,
    allowHosts: flags['allow-host'] ?? (env['SHOWFLOOR_ALLOW_HOST'] ?? '').split(',').filter(Boolean),
    open: !(flags['no-open'] ?? isOn(env['SHOWFLOOR_NO_OPEN'])),
    dev: isOn(env['SHOWFLOOR_DEV']),
  });
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        obs: { type: 'string' },
        simulator: { type: 'boolean' },
        'allow-host': { type: 'string', multiple: true },
        'no-open': { type: 'boolean' },
        https: { type: 'boolean' },
        cert: { type: 'string' },
        key: { type: 'string' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
    throw new BadOptions(
      `${reason.replace(/\.?\s*To specify.*$/, '')}. Options are --port, --host, --data, --obs, --simulator, --allow-host, --https, --cert, --key and --no-open.`,
    );
  }
}

/** With HTTPS, where plain HTTP is spoken to this computer alone: always the same, as OBS keeps the address. */
export function plainPortOf({ port }: Pick<Options, 'port'>): number {
  return port === 0 ? 0 : port + 1;
}

function portOf(text: string, https: HttpsChoice | null): number {
  const port = Number(text);
  const last = https === null ? 65_535 : 65_534;
  if (/^\d+$/.test(text) && port <= last) return port;
  const why = https === null ? '' : ' with HTTPS, which takes the next one too';
  throw new BadOptions(`--port takes a number from 0 to ${last}${why}, not "${text}".`);
}

function httpsOf(cert: string | null, key: string | null, isAsked: boolean): HttpsChoice | null {
  if (cert !== null && key !== null) return { cert, key };
  if (cert === null && key === null) return isAsked ? 'local' : null;
  const [one, other] = cert === null ? ['--key', '--cert'] : ['--cert', '--key'];
  throw new BadOptions(`${one} needs ${other} beside it: a certificate is no use without its key.`);
}

function obsOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['ws:', 'wss:'].includes(url.protocol)) {
    throw new BadOptions(`--obs takes an address such as ws://127.0.0.1:4455, not "${text}".`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new BadOptions(
      '--obs takes no password: set SHOWFLOOR_OBS_PASSWORD, or put it into the file obs-password in the data folder.',
    );
  }
  return text;
}

function passwordIn(data: string): string | null {
  try {
    return readFileSync(join(data, PASSWORD_FILE), 'utf8').trim();
  } catch {
    // No file, or none that we may read: then there is no password, and OBS will say so if it wants one.
    return null;
  }
}

function isOn(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}
