import { z } from 'zod';
import type { Ask } from '../session.js';
import type { Seen } from './screenshots.js';

/** OBS refuses a scene inside itself; this ends a reading that races with a change. */
const DEEPEST = 8;

const itemsAnswer = z.object({
  sceneItems: z.array(
    z.object({
      sourceName: z.string(),
      sourceUuid: z.string().nullish(),
      sourceType: z.string().nullable(),
      sceneItemEnabled: z.boolean(),
      isGroup: z.boolean().nullish(),
    }),
  ),
});

/** The inputs that show with a scene, each once, those in nested scenes and groups included. @throws CallFailed */
export async function readInputsIn(ask: Ask, scene: Seen): Promise<Seen[]> {
  const found = new Map<string, Seen>();
  await collect(ask, scene, 'GetSceneItemList', found, 0);
  return [...found.values()];
}

async function collect(
  ask: Ask,
  scene: Seen,
  request: 'GetSceneItemList' | 'GetGroupSceneItemList',
  found: Map<string, Seen>,
  depth: number,
): Promise<void> {
  if (depth > DEEPEST) return;
  const hasUuids = scene.uuid !== null;
  const named = scene.uuid === null ? { sceneName: scene.name } : { sceneUuid: scene.uuid };
  for (const item of itemsAnswer.parse(await ask(request, named)).sceneItems) {
    if (!item.sceneItemEnabled) continue;
    const source: Seen = { name: item.sourceName, uuid: hasUuids ? (item.sourceUuid ?? null) : null };
    if (item.sourceType !== 'OBS_SOURCE_TYPE_SCENE') found.set(source.name, source);
    else {
      const inner = item.isGroup === true ? 'GetGroupSceneItemList' : 'GetSceneItemList';
      await collect(ask, source, inner, found, depth + 1);
    }
  }
}
