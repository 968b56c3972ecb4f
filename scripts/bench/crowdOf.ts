import type { BuiltServer } from '../headless/builtServer.js';

/** Secrets of so many devices that look on, as an argument for a process of ours. */
export async function crowdOf(server: BuiltServer, count: number): Promise<string> {
  const secrets: string[] = [];
  while (secrets.length < count) secrets.push(await server.device('viewer', 'Crowd'));
  return JSON.stringify(secrets);
}
