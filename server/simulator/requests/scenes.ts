import type { Scene } from '../booth/sources.js';
import { namedScene } from '../booth/scenery.js';
import { RequestFailure, STATUS } from '../wire/requestStatus.js';
import type { Handlers } from './handler.js';
import { refuseTaken, sceneOf } from './lookup.js';

export const scenes: Handlers = {
  GetSceneList: (_fields, { booth }) => ({
    ...currentProgram(booth.program.current),
    ...currentPreview(booth.program.preview),
    scenes: booth.scenery.listed(),
  }),
  GetGroupList: () => ({ groups: [] }),
  GetCurrentProgramScene(_fields, { booth, dialect }) {
    const scene = booth.program.current;
    return { ...(dialect.hasUuids ? namedScene(scene) : {}), ...currentProgram(scene) };
  },
  SetCurrentProgramScene(fields, floor) {
    floor.booth.program.goTo(sceneOf(fields, floor));
  },
  CreateScene(fields, floor) {
    const name = fields.text('sceneName');
    refuseTaken(name, floor, 'scene');
    const scene = floor.booth.scenery.createScene(name);
    return floor.dialect.hasUuids ? { sceneUuid: scene.uuid } : undefined;
  },
  RemoveScene(fields, floor) {
    if (floor.booth.removeScene(sceneOf(fields, floor))) return;
    throw new RequestFailure(
      STATUS.notEnoughResources,
      'You cannot remove the last scene in the collection.',
    );
  },
  SetSceneName(fields, floor) {
    const scene = sceneOf(fields, floor);
    const name = fields.text('newSceneName');
    refuseTaken(name, floor, 'new scene');
    floor.booth.scenery.renameScene(scene, name);
  },
  GetSceneSceneTransitionOverride(fields, floor) {
    sceneOf(fields, floor);
    return { transitionName: null, transitionDuration: null };
  },
};

function currentProgram(scene: Scene) {
  return { currentProgramSceneName: scene.name, currentProgramSceneUuid: scene.uuid };
}

function currentPreview(scene: Scene | null) {
  return { currentPreviewSceneName: scene?.name ?? null, currentPreviewSceneUuid: scene?.uuid ?? null };
}
