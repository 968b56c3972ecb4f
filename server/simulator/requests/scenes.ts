import type { Scene } from '../booth/sources.js';
import { namedScene } from '../booth/scenery.js';
import { RequestFailure, STATUS } from '../wire/requestStatus.js';
import type { Handlers } from './handler.js';
import { notFound, refuseTaken, sceneOf } from './lookup.js';
import { LONGEST_TRANSITION_MS, SHORTEST_TRANSITION_MS } from './transitions.js';

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
    const { transition, durationMs } = floor.booth.transitions.overrideOf(sceneOf(fields, floor));
    return { transitionName: transition?.name ?? null, transitionDuration: durationMs };
  },
  SetSceneSceneTransitionOverride(fields, floor) {
    const scene = sceneOf(fields, floor);
    const { transitions } = floor.booth;
    if (fields.isSaid('transitionName')) {
      const name = fields.has('transitionName') ? fields.text('transitionName') : null;
      const transition = transitions.all.find((it) => it.name === name) ?? null;
      if (name !== null && transition === null) notFound('No scene transition was found by that name.');
      transitions.override(scene, { transition });
    }
    if (fields.isSaid('transitionDuration')) {
      const durationMs = fields.has('transitionDuration')
        ? fields.number('transitionDuration', SHORTEST_TRANSITION_MS, LONGEST_TRANSITION_MS)
        : null;
      transitions.override(scene, { durationMs });
    }
  },
};

function currentProgram(scene: Scene) {
  return { currentProgramSceneName: scene.name, currentProgramSceneUuid: scene.uuid };
}

function currentPreview(scene: Scene | null) {
  return { currentPreviewSceneName: scene?.name ?? null, currentPreviewSceneUuid: scene?.uuid ?? null };
}
