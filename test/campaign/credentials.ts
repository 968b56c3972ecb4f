import { readFileSync } from 'node:fs';
import { PROTOCOL_VERSION } from '../../server/protocol/codes.js';
import type { Server } from './server.js';

/** Where a page of the campaign knocks. */
export type Door = '/desk' | '/overlay';

/** What a page shows to be let in at a door, as one more paired device: the one place that knows. */
export async function newCredential(server: Pick<Server, 'device'>, door: Door): Promise<object> {
  const role = door === '/desk' ? 'producer' : 'overlay';
  // What the build itself wrote.
  const { build } = JSON.parse(readFileSync('dist/build.json', 'utf8')) as { build: string };
  return { protocol: PROTOCOL_VERSION, build, token: await server.device(role, `campaign ${role}`) };
}
