import { spawn } from 'node:child_process';
import type { Options } from './options.js';
import type { Addresses } from './protocol/slices.js';

/** Shows the panel on this computer, if somebody sits here. Not in development: then it starts at each change. */
export function openPanel({ open, dev }: Options, { here }: Addresses): void {
  const { platform, env, stdout } = process;
  const opener = open && !dev ? openerOn({ platform, env, isTerminal: stdout.isTTY }) : null;
  if (opener !== null) openBrowser(opener, `${here}/`);
}

/** Where the server runs, as far as it says whether somebody sits before it. */
export interface Desktop {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  /** Somebody started it in a terminal: not a test, not a service. */
  isTerminal: boolean;
}

/** What opens an address in the browser of this computer; null where nobody would see it. */
export function openerOn({ platform, env, isTerminal }: Desktop): string | null {
  const isRemote = env['SSH_CONNECTION'] !== undefined || env['CI'] !== undefined;
  if (!isTerminal || isRemote) return null;
  if (platform === 'darwin') return 'open';
  // `start` would need a shell.
  if (platform === 'win32') return 'explorer.exe';
  return (env['DISPLAY'] ?? env['WAYLAND_DISPLAY'] ?? '') === '' ? null : 'xdg-open';
}

/** Opens the address, without a word when that fails: it stands in the terminal too. The address has no secret in it. */
export function openBrowser(opener: string, address: string): void {
  const child = spawn(opener, [address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
