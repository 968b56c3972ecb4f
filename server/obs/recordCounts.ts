import { z } from 'zod';
import type { ObsLink } from './link.js';
import { readFigures } from './translate/figures.js';

type Link = Pick<ObsLink, 'state' | 'session'>;

const folderAnswer = z.object({ recordDirectory: z.string().min(1) });
const statusAnswer = z.object({ outputActive: z.boolean(), outputBytes: z.number() });

/** What OBS says it has recorded so far, in bytes; null while it does not say. `isOff` hears that nothing records. */
export async function recordedBytes({ state, session }: Link, isOff: () => void): Promise<number | null> {
  if (state !== 'connected' || session === null) return null;
  const answer = await session.read('GetRecordStatus', undefined).catch(() => null);
  const status = statusAnswer.safeParse(answer).data;
  if (status?.outputActive === false) isOff();
  return status?.outputBytes ?? null;
}

/** What is free on the disk that OBS records to, in bytes; null while it does not say. */
export async function freeBytes({ state, session }: Link): Promise<number | null> {
  if (state !== 'connected' || session === null) return null;
  const figures = await readFigures(session.read).catch(() => null);
  return figures?.diskFreeBytes ?? null;
}

/** The folder that OBS records to, as a path of its machine; null while it does not say. */
export async function recordFolder({ state, session }: Link): Promise<string | null> {
  if (state !== 'connected' || session === null) return null;
  const answer = await session.read('GetRecordDirectory', undefined).catch(() => null);
  return folderAnswer.safeParse(answer).data?.recordDirectory ?? null;
}
