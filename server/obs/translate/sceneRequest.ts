import type { ObsScene } from './events.js';

/** Names a scene in a request: by uuid where OBS has them, so that a rename in between does no harm. */
export function sceneRequest(scene: ObsScene): { sceneName: string } | { sceneUuid: string } {
  return scene.uuid === null ? { sceneName: scene.name } : { sceneUuid: scene.uuid };
}
