import type { Instance, Reported, Wanted } from '../server/protocol/slices.js';

/** What a layer knows when it decides. */
export interface Sight {
  wanted: Wanted | undefined;
  reported: Reported | undefined;
  /** While false, `wanted` is old. */
  isConnected: boolean;
  shownId: string | null;
  /** On the server's clock. */
  now: number;
}

/**
 * What should be on the layer now. What is shown stays until the server says otherwise; only where there is no server
 * to say it, its time ends it here. What is not shown comes up only while its time runs and nobody reported it out.
 */
export function dueOn({ wanted, reported, isConnected, shownId, now }: Sight): Instance | null {
  const instance = wanted?.onAir ?? null;
  if (instance === null) return null;
  const isOver = instance.offAt !== null && instance.offAt <= now;
  if (instance.instanceId === shownId) return isOver && !isConnected ? null : instance;
  const wentOut = reported?.instanceId === instance.instanceId && reported.state === 'out';
  return isOver || wentOut || !isConnected ? null : instance;
}
