import type { SceneItem } from '../booth/sources.js';
import type { Handlers } from './handler.js';
import { itemOf, notFound, sceneOf, sourceOf } from './lookup.js';

/** The real one counts whole sources only: 0 is the lowest, -1 the topmost. */
const TOPMOST = -1;

export const sceneItems: Handlers = {
  GetSceneItemList: (fields, floor) => ({ sceneItems: sceneOf(fields, floor).items.map(described) }),
  GetSceneItemId(fields, floor) {
    const scene = sceneOf(fields, floor);
    const name = fields.text('sourceName');
    const offset = fields.has('searchOffset') ? fields.number('searchOffset', TOPMOST, Infinity) : 0;
    const found = scene.items.filter((item) => item.source.name === name).at(offset);
    if (found) return { sceneItemId: found.id };
    return notFound('No scene items were found in the specified scene by that name or offset.');
  },
  GetSceneItemEnabled: (fields, floor) => ({ sceneItemEnabled: itemOf(fields, floor).item.isEnabled }),
  SetSceneItemEnabled(fields, floor) {
    const { scene, item } = itemOf(fields, floor);
    floor.booth.scenery.enableItem(scene, item, fields.flag('sceneItemEnabled'));
  },
  GetSceneItemIndex(fields, floor) {
    const { scene, item } = itemOf(fields, floor);
    return { sceneItemIndex: scene.items.indexOf(item) };
  },
  CreateSceneItem(fields, floor) {
    const scene = sceneOf(fields, floor);
    const source = sourceOf(fields, floor, 'source');
    const isEnabled = fields.has('sceneItemEnabled') ? fields.flag('sceneItemEnabled') : true;
    return { sceneItemId: floor.booth.scenery.addItem(scene, source, isEnabled).id };
  },
  RemoveSceneItem(fields, floor) {
    const { scene, item } = itemOf(fields, floor);
    floor.booth.scenery.removeItem(scene, item);
  },
};

function described(item: SceneItem, sceneItemIndex: number) {
  const { source } = item;
  const isScene = source.type === 'scene';
  return {
    sceneItemId: item.id,
    sceneItemIndex,
    sceneItemEnabled: item.isEnabled,
    sceneItemLocked: false,
    sceneItemBlendMode: 'OBS_BLEND_NORMAL',
    sceneItemTransform: WHOLE_CANVAS,
    sourceName: source.name,
    sourceUuid: source.uuid,
    sourceType: isScene ? 'OBS_SOURCE_TYPE_SCENE' : 'OBS_SOURCE_TYPE_INPUT',
    inputKind: isScene ? null : source.kind,
    isGroup: isScene ? false : null,
  };
}

const WHOLE_CANVAS = {
  alignment: 5,
  boundsAlignment: 0,
  boundsHeight: 0,
  boundsType: 'OBS_BOUNDS_NONE',
  boundsWidth: 0,
  cropBottom: 0,
  cropLeft: 0,
  cropRight: 0,
  cropTop: 0,
  height: 1080,
  positionX: 0,
  positionY: 0,
  rotation: 0,
  scaleX: 1,
  scaleY: 1,
  sourceHeight: 1080,
  sourceWidth: 1920,
  width: 1920,
};
