import { z } from 'zod';
import { CallFailed } from '../failure.js';
import type { Ask } from '../session.js';

/** What can be looked at: a scene or an input, by uuid where OBS has them. */
export interface Seen {
  name: string;
  uuid: string | null;
}

const screenshotAnswer = z.object({ imageData: z.string() });
const mediaAnswer = z.object({ mediaState: z.string().nullable() });

/** "Failed to render screenshot": the source has no size, so it has no picture. */
const NOTHING_TO_DRAW = 702;
const SMALLEST_SIDE = 8;
/** A feed in one of these shows nothing any more. */
const ENDED: readonly string[] = [
  'OBS_MEDIA_STATE_ENDED',
  'OBS_MEDIA_STATE_STOPPED',
  'OBS_MEDIA_STATE_ERROR',
];

/** A JPEG of that width, or null when there is nothing to draw. @throws CallFailed */
export async function readScreenshot(ask: Ask, source: Seen, width: number): Promise<Buffer | null> {
  const imageData = await drawn(ask, source, width);
  // A data address: what comes after the comma is base64.
  return imageData === null ? null : Buffer.from(imageData.slice(imageData.indexOf(',') + 1), 'base64');
}

/** False when the input gives no picture: it is none that has one, it is unplugged, or its feed ended. @throws CallFailed */
export async function hasPicture(ask: Ask, input: Seen): Promise<boolean> {
  if ((await drawn(ask, input, SMALLEST_SIDE)) === null) return false;
  const named = input.uuid === null ? { inputName: input.name } : { inputUuid: input.uuid };
  const { mediaState } = mediaAnswer.parse(await ask('GetMediaInputStatus', named));
  return mediaState === null || !ENDED.includes(mediaState);
}

async function drawn(ask: Ask, source: Seen, width: number): Promise<string | null> {
  const named = source.uuid === null ? { sourceName: source.name } : { sourceUuid: source.uuid };
  try {
    const answer = await ask('GetSourceScreenshot', { ...named, imageFormat: 'jpg', imageWidth: width });
    return screenshotAnswer.parse(answer).imageData;
  } catch (error) {
    if (
      error instanceof CallFailed &&
      error.ending.kind === 'refused' &&
      error.ending.code === NOTHING_TO_DRAW
    )
      return null;
    throw error;
  }
}
