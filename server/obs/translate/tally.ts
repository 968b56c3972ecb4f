import { z } from 'zod';
import { CallFailed } from '../failure.js';
import type { Ask } from '../session.js';
import type { ObsSource } from './events.js';
import { ready } from './reads.js';
import { readInputs } from './sound.js';

/** Kinds of input that have no picture on any system; the rest may have one. */
const SOUND_ONLY = /^(pulse|alsa|jack|wasapi|coreaudio|sndio|oss|pipewire-audio)/u;

const activeAnswer = z.object({ videoActive: z.boolean() });

/** Every input of the collection that could be seen. */
export async function readVisibleInputs(ask: Ask): Promise<ObsSource[]> {
  return (await readInputs(ask)).filter(({ kind }) => !SOUND_ONLY.test(kind));
}

/** True while the input is drawn on program, whatever way it got there. */
export async function readActive(ask: Ask, input: ObsSource): Promise<boolean> {
  const named = input.uuid === null ? { sourceName: input.name } : { sourceUuid: input.uuid };
  try {
    return activeAnswer.parse(await ready(ask('GetSourceActive', named))).videoActive;
  } catch (error) {
    // It was removed in between.
    if (error instanceof CallFailed && error.ending.kind === 'refused') return false;
    throw error;
  }
}
