import type { Dialect } from '../dialect.js';
import { config } from './config.js';
import { general } from './general.js';
import type { Handlers } from './handler.js';
import { inputs } from './inputs.js';
import { outputs } from './outputs.js';
import { pictures } from './pictures.js';
import { record } from './record.js';
import { sceneItems } from './sceneItems.js';
import { scenes } from './scenes.js';
import { sound } from './sound.js';
import { studioMode } from './studioMode.js';
import { transitions } from './transitions.js';

/** Every request that this dialect has here; the rest is answered with 204. */
export function requestsOf(dialect: Dialect): ReadonlyMap<string, Handlers[string]> {
  const all = {
    ...config,
    ...general,
    ...inputs,
    ...outputs,
    ...pictures,
    ...record,
    ...sceneItems,
    ...scenes,
    ...sound,
    ...studioMode,
    ...transitions,
  };
  return new Map(Object.entries(all).filter(([name]) => !dialect.lacks.has(name)));
}
