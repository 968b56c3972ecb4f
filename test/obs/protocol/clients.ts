import { afterEach } from 'vitest';
import type { Target } from '../targets.js';
import { connectRaw, identified, type RawClient } from './rawClient.js';

export const JSON_ONLY = ['obswebsocket.json'];
export const NOTHING = 0;
export const INPUTS = 1 << 3;
export const METERS = 1 << 16;

/** Makes raw clients of the target for the tests of one suite, and ends them after each. */
export function rawClients(target: () => Target) {
  const clients: RawClient[] = [];
  afterEach(() => Promise.all(clients.splice(0).map((client) => client.end())));
  const kept = (client: RawClient) => {
    clients.push(client);
    return client;
  };
  return {
    /** Connected, and nothing said yet. */
    stranger: async (subprotocols: string[]) => kept(await connectRaw(target().url, subprotocols)),
    /** Identified. */
    friend: async (eventSubscriptions: number, subprotocols = JSON_ONLY) =>
      kept(await identified(target().url, target().password, { eventSubscriptions, subprotocols })),
  };
}
