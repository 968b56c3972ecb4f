import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PROTOCOL_VERSION } from '../../server/protocol/codes.js';

/** How a device gets in: the one place that knows. */
export interface Credential {
  auth: object;
  headers: Record<string, string>;
}

/** A device that may knock at the desk, or at the renderers' door. */
export function newCredential(): Credential {
  // What the build itself wrote.
  const { build } = JSON.parse(readFileSync('dist/build.json', 'utf8')) as { build: string };
  return { auth: { deviceId: randomUUID(), protocol: PROTOCOL_VERSION, build }, headers: {} };
}
