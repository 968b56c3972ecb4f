import type { Server, Socket } from 'node:net';
import { addressOf } from './credential.js';
import { isLoopback } from './loopback.js';
import { placeOf } from './place.js';

/** Most connections of one device: twenty pages at two doors, and what their browser opens to load them. */
const MOST_OF_A_DEVICE = 100;
/** Most from one place that have not shown whose they are; a page that is not paired opens seven. */
const MOST_FROM_A_PLACE = 60;
/** Most of those from the whole network: somebody there may have many addresses. */
const MOST_FROM_NETWORK = 300;
/** Most of those from this computer, where OBS's overlay says whose it is only after it was loaded. */
const MOST_FROM_HERE = 300;

/** One connection, and how it leaves the group that it counts in. */
interface Caller {
  socket: Socket;
  leave: () => void;
}
/** What a request knows of its connection, also when its socket is one around the first. */
type Wire = Pick<Socket, 'remoteAddress' | 'remotePort' | 'localPort'>;
/** By device, or by place; in each the oldest first. */
type Groups = Map<string, Set<Caller>>;

/**
 * Connections that are open. Where there are too many the oldest goes and the new one comes in: whoever opens hundreds
 * loses them, and a paired device, which says whose it is with its first words, gets in past them, also from the same
 * address.
 */
export class Callers {
  readonly #devices: Groups = new Map();
  readonly #strangers: Groups = new Map();
  readonly #byWire = new Map<string, Caller>();

  watch(server: Server): void {
    server.on('connection', (socket) => this.#came(socket));
  }

  /** Whose this request's connection is. */
  isOf({ socket }: { socket: Wire }, deviceId: string): void {
    const caller = this.#byWire.get(wireOf(socket));
    if (caller === undefined || this.#devices.get(deviceId)?.has(caller) === true) return;
    caller.leave();
    caller.leave = join(this.#devices, deviceId, caller);
    trim(this.#devices.get(deviceId), MOST_OF_A_DEVICE);
  }

  #came(socket: Socket): void {
    const [wire, place] = [wireOf(socket), placeOf(addressOf({ socket }))];
    const caller: Caller = { socket, leave: () => undefined };
    caller.leave = join(this.#strangers, place, caller);
    this.#byWire.set(wire, caller);
    socket.once('close', () => {
      caller.leave();
      if (this.#byWire.get(wire) === caller) this.#byWire.delete(wire);
    });
    if (isLoopback(place)) return trim(this.#strangers.get(place), MOST_FROM_HERE);
    trim(this.#strangers.get(place), MOST_FROM_A_PLACE);
    const network = [...this.#strangers].filter(([from]) => !isLoopback(from)).map(([, group]) => group);
    if (network.reduce((sum, { size }) => sum + size, 0) <= MOST_FROM_NETWORK) return;
    const largest = network.reduce((most, group) => (group.size > most.size ? group : most));
    trim(largest, largest.size - 1);
  }
}

function join(groups: Groups, name: string, caller: Caller): () => void {
  const group = groups.get(name) ?? new Set();
  groups.set(name, group.add(caller));
  return () => {
    if (group.delete(caller) && group.size === 0) groups.delete(name);
  };
}

function trim(group: ReadonlySet<Caller> | undefined, most: number): void {
  const tooMany = [...(group ?? [])].slice(0, Math.max(0, (group?.size ?? 0) - most));
  for (const { socket, leave } of tooMany) {
    // Before it says that it is closed, which takes a moment: others come in the meantime.
    leave();
    socket.destroy();
  }
}

function wireOf({ remoteAddress, remotePort, localPort }: Wire): string {
  return `${remoteAddress}|${remotePort}|${localPort}`;
}
