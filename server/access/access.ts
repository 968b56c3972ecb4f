import type { Addresses } from '../protocol/slices.js';
import type { Clock } from '../show/clock.js';
import type { Log } from '../show/log.js';
import type { Store } from '../show/store.js';
import { AddressWatch } from './addresses.js';
import { InviteEnd } from './inviteEnd.js';
import { openOwnerSocket } from './owner.js';
import type { Pairing } from './pairing.js';

/** Starts all of it: codes that run out, addresses that change, and the owner's way in. */
export async function startAccess(options: {
  store: Store;
  clock: Clock;
  log: Log;
  pairing: Pairing;
  /** The data folder. */
  folder: string;
  addresses: () => Addresses;
}): Promise<{ stop: () => void; reopen: () => Promise<void> }> {
  const { log, pairing, folder } = options;
  pairing.start();
  new InviteEnd(options).start();
  const addresses = new AddressWatch(options);
  addresses.start();
  const open = () => openOwnerSocket(folder, log, ({ role, name }) => pairing.token(role, name).secret);
  let owner = await open();
  const stop = () => {
    addresses.stop();
    owner?.close();
  };
  /** The folder is another one by now. */
  const reopen = async () => {
    owner?.close();
    owner = await open();
  };
  return { stop, reopen };
}
