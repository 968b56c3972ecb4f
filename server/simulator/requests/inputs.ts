import { KINDS, unversioned } from '../booth/kinds.js';
import { namedInput } from '../booth/scenery.js';
import { RequestFailure, STATUS } from '../wire/requestStatus.js';
import type { Handlers } from './handler.js';
import { inputOf, notFound, refuseTaken, sceneOf } from './lookup.js';

export const inputs: Handlers = {
  GetInputList(fields, { booth }) {
    const kind = fields.has('inputKind') ? fields.text('inputKind') : null;
    const wanted = [...booth.scenery.inputs]
      .reverse()
      .filter((input) => kind === null || input.kind === kind);
    return {
      inputs: wanted.map((input) => ({
        ...namedInput(input),
        inputKind: input.kind,
        unversionedInputKind: unversioned(input.kind),
      })),
    };
  },
  GetInputKindList(fields) {
    const isUnversioned = fields.has('unversioned') && fields.flag('unversioned');
    const kinds = Object.keys(KINDS);
    return { inputKinds: isUnversioned ? kinds.map(unversioned) : kinds };
  },
  GetSpecialInputs: () => ({
    desktop1: null,
    desktop2: null,
    mic1: null,
    mic2: null,
    mic3: null,
    mic4: null,
  }),
  CreateInput(fields, floor) {
    const scene = sceneOf(fields, floor);
    const name = fields.text('inputName');
    const kind = fields.text('inputKind');
    refuseTaken(name, floor, 'input');
    if (KINDS[kind] === undefined) throw unknownKind();
    const settings = fields.has('inputSettings') ? fields.object('inputSettings') : {};
    const isEnabled = fields.has('sceneItemEnabled') ? fields.flag('sceneItemEnabled') : true;
    const input = floor.booth.scenery.createInput(name, kind, settings);
    const item = floor.booth.scenery.addItem(scene, input, isEnabled);
    return { ...(floor.dialect.hasUuids ? { inputUuid: input.uuid } : {}), sceneItemId: item.id };
  },
  RemoveInput(fields, floor) {
    floor.booth.scenery.removeInput(inputOf(fields, floor));
  },
  SetInputName(fields, floor) {
    const input = inputOf(fields, floor);
    const name = fields.text('newInputName');
    refuseTaken(name, floor, 'new input');
    floor.booth.scenery.renameInput(input, name);
  },
  GetInputDefaultSettings(fields) {
    const kind = KINDS[fields.text('inputKind')];
    if (kind === undefined) throw new RequestFailure(STATUS.invalidInputKind, '');
    return { defaultInputSettings: kind.defaults };
  },
  GetInputSettings(fields, floor) {
    const input = inputOf(fields, floor);
    return { inputSettings: input.settings, inputKind: input.kind };
  },
  SetInputSettings(fields, floor) {
    const input = inputOf(fields, floor);
    const settings = fields.object('inputSettings');
    const isOverlay = fields.has('overlay') ? fields.flag('overlay') : true;
    input.settings = isOverlay ? { ...input.settings, ...settings } : settings;
    floor.booth.emit('InputSettingsChanged', { ...namedInput(input), inputSettings: input.settings });
  },
  PressInputPropertiesButton(fields, floor) {
    const input = inputOf(fields, floor);
    const button = fields.text('propertyName');
    if (input.kind === 'browser_source' && button === 'refreshnocache') return;
    notFound('Unable to find a property by that name.');
  },
  GetMediaInputStatus(fields, floor) {
    const isMedia = KINDS[inputOf(fields, floor).kind]?.hasMedia === true;
    return {
      mediaState: isMedia ? 'OBS_MEDIA_STATE_PLAYING' : 'OBS_MEDIA_STATE_NONE',
      mediaCursor: isMedia ? Math.round(performance.now()) : null,
      mediaDuration: isMedia ? ENDLESS : null,
    };
  },
};

/** What OBS says of a media input without an end. */
const ENDLESS = -9223372036854776;

function unknownKind(): RequestFailure {
  return new RequestFailure(
    STATUS.invalidInputKind,
    'Your specified input kind is not supported by OBS. Check that your specified kind is properly versioned and that any necessary plugins are loaded.',
  );
}
