import { describe } from 'vitest';
import { collectionRequests } from './requests/collections.js';
import { inputRequests } from './requests/inputs.js';
import { recordRequests } from './requests/recording.js';
import { refusals } from './requests/refusals.js';
import { sceneRequests } from './requests/scenes.js';
import { studioModeRequests } from './requests/studioMode.js';
import { describeEachObs } from './targets.js';

describeEachObs('requests', (target, kind) => {
  describe('of scenes', () => sceneRequests(target, kind));
  describe('of studio mode', () => studioModeRequests(target));
  describe('of scene items and inputs', () => inputRequests(target));
  describe('of recording', () => recordRequests(target));
  describe('of collections and profiles', () => collectionRequests(target));
  describe('that are refused', () => refusals(target, kind));
});
