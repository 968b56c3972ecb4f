import { RequestFailure, STATUS } from '../wire/requestStatus.js';
import type { Handlers } from './handler.js';
import { notFound } from './lookup.js';

export const config: Handlers = {
  GetSceneCollectionList: (_fields, { booth }) => ({
    currentSceneCollectionName: booth.collections.current,
    sceneCollections: booth.collections.names,
  }),
  async SetCurrentSceneCollection(fields, { booth }) {
    const name = fields.text('sceneCollectionName');
    if (!booth.collections.names.includes(name)) notFound('');
    await booth.collections.choose(name);
  },
  async CreateSceneCollection(fields, { booth }) {
    const name = fields.text('sceneCollectionName');
    if (booth.collections.names.includes(name)) throw taken();
    await booth.collections.create(name);
  },
  GetProfileList: (_fields, { booth }) => ({
    currentProfileName: booth.profiles.current,
    profiles: booth.profiles.names,
  }),
  SetCurrentProfile(fields, { booth }) {
    const name = fields.text('profileName');
    if (!booth.profiles.names.includes(name)) notFound('');
    booth.profiles.choose(name);
  },
  CreateProfile(fields, { booth }) {
    const name = fields.text('profileName');
    if (booth.profiles.names.includes(name)) throw taken();
    booth.profiles.create(name);
  },
  GetProfileParameter(fields, { booth }) {
    const [category, name] = [fields.text('parameterCategory'), fields.text('parameterName')];
    return {
      parameterValue: booth.profiles.value(category, name),
      defaultParameterValue: booth.profiles.defaultValue(category, name),
    };
  },
  SetProfileParameter(fields, { booth }) {
    const [category, name] = [fields.text('parameterCategory'), fields.text('parameterName')];
    if (fields.has('parameterValue')) {
      booth.profiles.set(category, name, fields.maybeEmptyText('parameterValue'));
    } else if (!booth.profiles.unset(category, name)) {
      notFound('There are no existing instances of that profile parameter.');
    }
  },
};

function taken(): RequestFailure {
  return new RequestFailure(STATUS.resourceAlreadyExists, '');
}
