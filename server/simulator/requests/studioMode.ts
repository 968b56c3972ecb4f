import { namedScene } from '../booth/scenery.js';
import { RequestFailure, STATUS } from '../wire/requestStatus.js';
import type { Floor, Handlers } from './handler.js';
import { sceneOf } from './lookup.js';

export const studioMode: Handlers = {
  GetStudioModeEnabled: (_fields, { booth }) => ({ studioModeEnabled: booth.program.isStudio }),
  SetStudioModeEnabled(fields, { booth }) {
    booth.program.setStudio(fields.flag('studioModeEnabled'));
  },
  GetCurrentPreviewScene(_fields, floor) {
    const scene = preview(floor);
    return {
      ...(floor.dialect.hasUuids ? namedScene(scene) : {}),
      currentPreviewSceneName: scene.name,
      currentPreviewSceneUuid: scene.uuid,
    };
  },
  SetCurrentPreviewScene(fields, floor) {
    preview(floor);
    floor.booth.program.setPreview(sceneOf(fields, floor));
  },
  TriggerStudioModeTransition(_fields, floor) {
    preview(floor);
    floor.booth.program.take();
  },
};

function preview({ booth }: Floor) {
  const scene = booth.program.preview;
  if (scene === null) throw new RequestFailure(STATUS.studioModeNotActive, '');
  return scene;
}
