import { readFileSync } from 'node:fs';
import { PROTOCOL_VERSION } from '../../server/protocol/codes.js';
import type { Server } from './server.js';

/** Where a page of the campaign knocks. */
export type Door = '/desk' | '/overlay';

/** What a page shows to be let in. */
export interface Credential {
  auth: object;
}

/** A device that is paired for a door, as a page of it keeps it: a reload needs no server that could pair it again. */
export async function newCredential(server: Server, door: Door): Promise<Credential> {
  const role = door === '/desk' ? 'producer' : 'overlay';
  // What the build itself wrote.
  const { build } = JSON.parse(readFileSync('dist/build.json', 'utf8')) as { build: string };
  const token = await server.device(role, `campaign ${role}`);
  return { auth: { protocol: PROTOCOL_VERSION, build, token } };
}
