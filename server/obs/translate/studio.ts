import { z } from 'zod';
import { CallFailed } from '../failure.js';
import type { Ask } from '../session.js';
import type { ObsScene } from './events.js';
import { ready } from './reads.js';

const STUDIO_MODE_IS_OFF = 506;

const studioAnswer = z.object({ studioModeEnabled: z.boolean() });
const previewAnswer = z.object({
  currentPreviewSceneName: z.string(),
  currentPreviewSceneUuid: z.string().nullish(),
});

/** The scene on preview; null while studio mode is off. */
export async function readPreview(ask: Ask): Promise<ObsScene | null> {
  const { studioModeEnabled } = studioAnswer.parse(await ready(ask('GetStudioModeEnabled', undefined)));
  if (!studioModeEnabled) return null;
  try {
    const answer = previewAnswer.parse(await ready(ask('GetCurrentPreviewScene', undefined)));
    return { name: answer.currentPreviewSceneName, uuid: answer.currentPreviewSceneUuid ?? null };
  } catch (error) {
    // It was switched off in between.
    const { ending } = error instanceof CallFailed ? error : { ending: null };
    if (ending?.kind === 'refused' && ending.code === STUDIO_MODE_IS_OFF) return null;
    throw error;
  }
}
