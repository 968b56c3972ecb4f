import { setTimeout as pause } from 'node:timers/promises';
import { OBSWebSocket } from 'obs-websocket-js/json';
import type { Child } from './child.js';

const READY_WITHIN_MS = 30_000;
const ATTEMPT_MS = 2000;
const BETWEEN_MS = 50;

/** Resolves when OBS answers a request (from 5.3 on it listens before it is ready); rejects with its log if it never does. */
export async function untilItAnswers(url: string, password: string, child: Child): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    if (child.isGone())
      throw new Error(`OBS ended (${await child.gone}) before it was ready:\n${child.log()}`);
    if (await answers(url, password)) return;
    if (Date.now() > deadline) {
      await child.end('SIGKILL');
      throw new Error(`OBS answered nothing within ${READY_WITHIN_MS} ms:\n${child.log()}`);
    }
    await pause(BETWEEN_MS);
  }
}

async function answers(url: string, password: string): Promise<boolean> {
  const client = new OBSWebSocket();
  const ask = async () => {
    await client.connect(url, password, { eventSubscriptions: 0 });
    await client.call('GetSceneList');
    return true;
  };
  // The library settles nothing when its peer stays silent, hence the race.
  const attempt = ask().catch(() => false); // refused or not ready: asked again by the caller
  const isReady = await Promise.race([attempt, pause(ATTEMPT_MS, false, { ref: false })]);
  await client.disconnect();
  return isReady;
}
