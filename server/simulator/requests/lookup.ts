import { KINDS } from '../booth/kinds.js';
import type { Input, Scene, SceneItem, Source } from '../booth/sources.js';
import type { Fields } from '../fields.js';
import { RequestFailure, STATUS } from '../wire/requestStatus.js';
import type { Floor } from './handler.js';

/** The source that `<prefix>Name` or, in dialects that have them, `<prefix>Uuid` names. */
export function sourceOf(fields: Fields, floor: Floor, prefix: string): Source {
  const [nameField, uuidField] = [`${prefix}Name`, `${prefix}Uuid`];
  const { scenery } = floor.booth;
  if (floor.dialect.hasUuids && !fields.has(nameField)) {
    if (!fields.has(uuidField)) throw neither(nameField, uuidField);
    const uuid = fields.text(uuidField);
    return scenery.byUuid(uuid) ?? notFound(`No source was found by the UUID of \`${uuid}\`.`);
  }
  const name = fields.text(nameField);
  return scenery.byName(name) ?? notFound(`No source was found by the name of \`${name}\`.`);
}

export function sceneOf(fields: Fields, floor: Floor): Scene {
  const source = sourceOf(fields, floor, 'scene');
  if (source.type === 'scene') return source;
  throw new RequestFailure(STATUS.invalidResourceType, 'The specified source is not a scene.');
}

export function inputOf(fields: Fields, floor: Floor): Input {
  const source = sourceOf(fields, floor, 'input');
  if (source.type === 'input') return source;
  throw new RequestFailure(STATUS.invalidResourceType, 'The specified source is not an input.');
}

export function audioInputOf(fields: Fields, floor: Floor): Input {
  const input = inputOf(fields, floor);
  if (KINDS[input.kind]?.hasAudio === true) return input;
  throw new RequestFailure(STATUS.invalidResourceState, 'The specified input does not support audio.');
}

export function itemOf(fields: Fields, floor: Floor): { scene: Scene; item: SceneItem } {
  const scene = sceneOf(fields, floor);
  const id = fields.number('sceneItemId', 0, Number.MAX_SAFE_INTEGER);
  const item = scene.items.find((candidate) => candidate.id === id);
  if (item) return { scene, item };
  return notFound(`No scene items were found in scene \`${scene.name}\` with the ID \`${id}\`.`);
}

/** @throws RequestFailure */
export function notFound(comment: string): never {
  throw new RequestFailure(STATUS.resourceNotFound, comment);
}

/** @throws RequestFailure when a source of this name is there already */
export function refuseTaken(name: string, floor: Floor, what: string): void {
  if (floor.booth.scenery.byName(name) === null) return;
  throw new RequestFailure(STATUS.resourceAlreadyExists, `A source already exists by that ${what} name.`);
}

function neither(nameField: string, uuidField: string): RequestFailure {
  return new RequestFailure(
    STATUS.missingRequestField,
    `Your request must contain at least one of the following fields: \`${nameField}\` or \`${uuidField}\`.`,
  );
}
