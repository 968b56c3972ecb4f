import { z } from 'zod';
import type { ObsLink } from './link.js';

const statusAnswer = z.object({ outputBytes: z.number() });

/** What OBS says it has recorded so far, in bytes; null while it does not say. */
export async function recordedBytes({
  state,
  session,
}: Pick<ObsLink, 'state' | 'session'>): Promise<number | null> {
  if (state !== 'connected' || session === null) return null;
  const answer = await session.read('GetRecordStatus', undefined).catch(() => null);
  return statusAnswer.safeParse(answer).data?.outputBytes ?? null;
}
