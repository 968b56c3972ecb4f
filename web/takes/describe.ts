import { HOUSE_DEVICE } from '../../server/protocol/codes.js';
import { TAKES } from '../../server/protocol/panelTexts/takes.js';
import type { Here, Take } from '../../server/protocol/slices.js';

const words = TAKES;

/** What its file is called, as OBS says it, else as it was asked for; without folder and extension. */
export function nameOf({ path, named }: Pick<Take, 'path' | 'named'>): string {
  const file = path
    ?.split(/[/\\]/)
    .at(-1)
    ?.replace(/\.\w+$/, '');
  return file ?? named?.file ?? words.unnamed;
}

/** Who or what ended it; null while it runs, and where nobody knows. */
export function endingOf(
  { endedBy, stopAskedBy }: Pick<Take, 'endedBy' | 'stopAskedBy'>,
  { here, deviceId }: { here: readonly Here[]; deviceId: string | null },
): string | null {
  if (endedBy === null) return null;
  if (endedBy !== 'crew' || stopAskedBy === null || stopAskedBy === HOUSE_DEVICE)
    return words.endings[endedBy];
  if (stopAskedBy === deviceId) return words.stoppedOn(words.thisDevice);
  return words.stoppedOn(here.find((one) => one.deviceId === stopAskedBy)?.name ?? words.goneDevice);
}

/** What is known of its file after the end; null while it runs, and of one that never came to be. */
export function fileOf({ state, file }: Pick<Take, 'state' | 'file'>): string | null {
  if (state !== 'done' && state !== 'interrupted') return null;
  if (file === null) return words.notLooked;
  if (file.state !== 'there') return words.file[file.state];
  return file.bytes === 0 ? words.file.empty : words.file.there(megabytes(file.bytes));
}

/** Somebody has to look after it. */
export function isAlarming({ state, file, endedBy }: Pick<Take, 'state' | 'file' | 'endedBy'>): boolean {
  const isLost = file?.state === 'missing' || (file?.state === 'there' && file.bytes === 0);
  return state === 'interrupted' || state === 'failed' || endedBy === 'disk-full' || isLost;
}

function megabytes(bytes: number): string {
  const millions = bytes / 1e6;
  return millions < 10 ? millions.toFixed(1) : String(Math.round(millions));
}
