import { z } from 'zod';
import { CallFailed } from '../failure.js';
import type { Ask } from '../session.js';
import { ready } from './reads.js';

/** "Replay buffer is not available": nobody set it up, or this machine has none. */
const NOT_AVAILABLE = 604;

const statusAnswer = z.object({ outputActive: z.boolean() });
const parameterAnswer = z.object({
  parameterValue: z.string().nullable(),
  defaultParameterValue: z.string().nullable(),
});

/** Whether the replay buffer runs; null where there is none. */
export function readReplay(ask: Ask): Promise<boolean | null> {
  return readOptional(ask, 'GetReplayBufferStatus');
}

/** Whether the virtual camera runs; null where there is none. */
export function readVirtualCamera(ask: Ask): Promise<boolean | null> {
  return readOptional(ask, 'GetVirtualCamStatus');
}

/** How much of the past the replay buffer keeps, in ms; null when OBS does not say. */
export async function readReplayLength(ask: Ask): Promise<number | null> {
  const category = (await parameter(ask, 'Output', 'Mode')) === 'Advanced' ? 'AdvOut' : 'SimpleOutput';
  const seconds = Number(await parameter(ask, category, 'RecRBTime'));
  return seconds > 0 ? seconds * 1000 : null;
}

async function readOptional(
  ask: Ask,
  type: 'GetReplayBufferStatus' | 'GetVirtualCamStatus',
): Promise<boolean | null> {
  try {
    return statusAnswer.parse(await ready(ask(type, undefined))).outputActive;
  } catch (error) {
    const ending = error instanceof CallFailed ? error.ending : null;
    if (ending?.kind === 'refused' && ending.code === NOT_AVAILABLE) return null;
    throw error;
  }
}

/** As set in the profile, else OBS's default; null when it has neither. */
async function parameter(ask: Ask, parameterCategory: string, parameterName: string): Promise<string | null> {
  const answer = await ready(ask('GetProfileParameter', { parameterCategory, parameterName }));
  const { parameterValue, defaultParameterValue } = parameterAnswer.parse(answer);
  return parameterValue ?? defaultParameterValue;
}
