import { z } from 'zod';
import { CallFailed } from '../failure.js';
import type { Ask } from '../session.js';
import type { ObsSource } from './events.js';
import { ready } from './reads.js';

/** An input, and OBS's kind of it. */
export interface ListedInput extends ObsSource {
  kind: string;
}

/** `silent`: it has no sound, and none of its kind has. `gone`: it was removed a moment ago. */
export type HeardOf = { isMuted: boolean; volumeDb: number } | 'silent' | 'gone';

const listAnswer = z.object({
  inputs: z.array(
    z.object({ inputName: z.string(), inputUuid: z.string().optional(), inputKind: z.string() }),
  ),
});
const muteAnswer = z.object({ inputMuted: z.boolean() });
const volumeAnswer = z.object({ inputVolumeDb: z.number() });

const NOT_FOUND = 600;
/** "The specified input does not support audio." */
const NO_AUDIO = 604;

/** Every input of the collection, those that belong to no scene (Mic/Aux, Desktop Audio) among them. */
export async function readInputs(ask: Ask): Promise<ListedInput[]> {
  const { inputs } = listAnswer.parse(await ready(ask('GetInputList', undefined)));
  return inputs.map(({ inputName, inputUuid, inputKind }) => ({
    name: inputName,
    uuid: inputUuid ?? null,
    kind: inputKind,
  }));
}

/** Mute and fader of one input. @throws CallFailed, NotReady */
export async function readSound(ask: Ask, input: ObsSource): Promise<HeardOf> {
  try {
    const named = namedInput(input);
    const { inputMuted } = muteAnswer.parse(await ready(ask('GetInputMute', named)));
    const { inputVolumeDb } = volumeAnswer.parse(await ready(ask('GetInputVolume', named)));
    return { isMuted: inputMuted, volumeDb: inputVolumeDb };
  } catch (error) {
    if (error instanceof CallFailed && error.ending.kind === 'refused') {
      if (error.ending.code === NO_AUDIO) return 'silent';
      if (error.ending.code === NOT_FOUND) return 'gone';
    }
    throw error;
  }
}

/** How a request names an input: by uuid where OBS has them, so that a rename in between does no harm. */
export function namedInput(input: ObsSource): { inputName: string } | { inputUuid: string } {
  return input.uuid === null ? { inputName: input.name } : { inputUuid: input.uuid };
}
