import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { SystemClock } from '../server/clock.js';
import { askOwner, tokenRequestSchema, type TokenRequest } from '../server/access/owner.js';
import { Pairing } from '../server/access/pairing.js';
import { openDataFolder } from '../server/dataFolder.js';
import { printLog } from '../server/log.js';
import { INVITED_ROLES } from '../server/protocol/codes.js';
import { Store } from '../server/show/store.js';
import { BadOption, failWith, word } from './commandLine.js';

// `npm run token`: a bearer token for a program, from the server that runs on the data folder, or without one.
try {
  const { data, simulator, request } = readOptions(process.argv.slice(2));
  const token =
    (await askOwner(simulator ? join(data, 'simulator') : data, request)) ??
    offline(data, simulator, request);
  console.log(token);
} catch (error) {
  failWith(error);
}

/** No server runs: it is written into the show file, under the folder's lock. */
function offline(data: string, simulator: boolean, { role, name }: TokenRequest): string {
  const folder = openDataFolder(data, simulator, printLog);
  const store = new Store({
    disk: folder.file,
    onDisk: (error) => {
      if (error !== null)
        throw new Error('The disk refused the token: free space, then try again.', { cause: error });
    },
  });
  store.open({});
  const clock = new SystemClock();
  const { secret } = new Pairing({ store, clock }).token(role, name);
  folder.close();
  return secret;
}

function readOptions(args: string[]): { data: string; simulator: boolean; request: TokenRequest } {
  const { values } = parseArgs({
    args,
    options: {
      role: { type: 'string' },
      name: { type: 'string' },
      data: { type: 'string', default: process.env['SHOWFLOOR_DATA'] ?? './data' },
      simulator: { type: 'boolean', default: false },
    },
  });
  const role = word('--role', values.role ?? '', INVITED_ROLES);
  const request = tokenRequestSchema.safeParse({ role, name: values.name ?? '' });
  if (!request.success)
    throw new BadOption('--name takes what the device is called, as in --name "Stream Deck".');
  return { data: values.data, simulator: values.simulator, request: request.data };
}
