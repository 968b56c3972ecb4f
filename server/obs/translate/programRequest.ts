import type { OBSRequestTypes } from 'obs-websocket-js/json';
import type { ObsScene } from './events.js';

/** Puts a scene on program: by uuid where OBS has them, so that a rename in between does no harm. */
export function programRequest(scene: ObsScene): OBSRequestTypes['SetCurrentProgramScene'] {
  return scene.uuid === null ? { sceneName: scene.name } : { sceneUuid: scene.uuid };
}
