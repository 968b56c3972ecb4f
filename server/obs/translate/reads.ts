import { z } from 'zod';
import { CallFailed } from '../failure.js';
import type { Ask } from '../session.js';
import type { ObsScene } from './events.js';

/** OBS is loading, changing its scene collection or shutting down: ask again in a moment. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
}

const NOT_READY = 207;

const versionAnswer = z.object({
  obsVersion: z.string(),
  obsWebSocketVersion: z.string(),
  availableRequests: z.array(z.string()),
  platform: z.string(),
});
const collectionAnswer = z.object({ currentSceneCollectionName: z.string() });
const scenesAnswer = z.object({
  scenes: z.array(
    z.object({ sceneName: z.string(), sceneUuid: z.string().optional(), sceneIndex: z.number() }),
  ),
});
const programAnswer = z.object({
  currentProgramSceneName: z.string().nullable(),
  currentProgramSceneUuid: z.string().nullish(),
});
const recordAnswer = z.object({
  outputActive: z.boolean(),
  outputPaused: z.boolean(),
  outputDuration: z.number(),
});
const streamAnswer = z.object({
  outputActive: z.boolean(),
  outputReconnecting: z.boolean(),
  outputDuration: z.number(),
});
const outputAnswer = z.object({ outputSettings: z.object({ path: z.string().optional() }) });

export interface ObsVersion {
  obs: string;
  websocket: string;
  isSimulator: boolean;
  /** Names of the requests that this OBS knows. */
  requests: ReadonlySet<string>;
}

export async function readVersion(ask: Ask): Promise<ObsVersion> {
  const answer = versionAnswer.parse(await ready(ask('GetVersion', undefined)));
  return {
    obs: answer.obsVersion,
    websocket: answer.obsWebSocketVersion,
    isSimulator: answer.platform === 'simulator',
    requests: new Set(answer.availableRequests),
  };
}

/** Name of the scene collection in use. */
export async function readCollection(ask: Ask): Promise<string> {
  return collectionAnswer.parse(await ready(ask('GetSceneCollectionList', undefined)))
    .currentSceneCollectionName;
}

/** Top of OBS's list first. Empty is what 5.1 says while it changes the collection: OBS always has a scene. */
export async function readScenes(ask: Ask): Promise<ObsScene[]> {
  const { scenes } = scenesAnswer.parse(await ready(ask('GetSceneList', undefined)));
  if (scenes.length === 0) throw new NotReady('no scenes');
  return scenes
    .sort((a, b) => b.sceneIndex - a.sceneIndex)
    .map(({ sceneName, sceneUuid }) => ({ name: sceneName, uuid: sceneUuid ?? null }));
}

/** During a transition this is the scene it goes to. */
export async function readProgram(ask: Ask): Promise<ObsScene> {
  const answer = programAnswer.parse(await ready(ask('GetCurrentProgramScene', undefined)));
  if (!answer.currentProgramSceneName) throw new NotReady('no program scene');
  return { name: answer.currentProgramSceneName, uuid: answer.currentProgramSceneUuid ?? null };
}

export interface RecordStatus {
  active: boolean;
  paused: boolean;
  /** Zero for the first second or two, and while not active. */
  durationMs: number;
}

export async function readRecord(ask: Ask): Promise<RecordStatus> {
  const answer = recordAnswer.parse(await ready(ask('GetRecordStatus', undefined)));
  return { active: answer.outputActive, paused: answer.outputPaused, durationMs: answer.outputDuration };
}

export interface StreamStatus {
  active: boolean;
  reconnecting: boolean;
  /** Since the start or the last reconnection; zero at first, and while not active. */
  durationMs: number;
}

export async function readStream(ask: Ask): Promise<StreamStatus> {
  const answer = streamAnswer.parse(await ready(ask('GetStreamStatus', undefined)));
  return {
    active: answer.outputActive,
    reconnecting: answer.outputReconnecting,
    durationMs: answer.outputDuration,
  };
}

/** The recording outputs of the simple and the advanced mode. */
const RECORD_OUTPUTS = ['simple_file_output', 'adv_file_output'];

/**
 * Where a recording that runs already is written to, or null. The output is asked by name: listing all outputs while
 * a profile changes crashed OBS 31.0.
 */
export async function readRecordPath(ask: Ask): Promise<string | null> {
  for (const outputName of RECORD_OUTPUTS) {
    try {
      const answer = outputAnswer.parse(await ready(ask('GetOutputSettings', { outputName })));
      if (answer.outputSettings.path) return answer.outputSettings.path;
    } catch (error) {
      // The other mode's output, or a request that this OBS lacks.
      if (!(error instanceof CallFailed && error.ending.kind === 'refused')) throw error;
    }
  }
  return null;
}

/** Waits for an answer. @throws NotReady when OBS has none to give yet. */
export async function ready(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof CallFailed && error.ending.kind === 'refused' && error.ending.code === NOT_READY) {
      throw new NotReady(error.message);
    }
    throw error;
  }
}
