import { describe, expect, it } from 'vitest';
import { camerasFor, micsFor } from '../../../web/looks/sources.js';
import { lookOf } from '../../fixtures/looks.js';

const look = lookOf('wide', { mics: { gone: 'open' }, cameras: ['cam-2'] });
const host = { id: 'host', name: 'Host', kind: 'x', isMuted: false, volumeDb: 0 };
const tally = { program: [{ id: 'cam-1', name: 'Left' }], preview: [{ id: 'cam-2', name: 'Right' }] };

describe('the sources to choose for a look', () => {
  it('are every mic of OBS, and those that the look remembers', () => {
    expect(micsFor(look, { sound: [host] })).toEqual([
      { id: 'host', name: 'Host' },
      { id: 'gone', name: null },
    ]);
    expect(micsFor(look, {})).toEqual([{ id: 'gone', name: null }]);
  });

  it('are what is seen on program or preview while the look is there', () => {
    const program = { sceneId: 'wide', goingTo: null };
    expect(camerasFor(look, { program, tally })).toEqual([
      { id: 'cam-1', name: 'Left' },
      { id: 'cam-2', name: null },
    ]);
    const other = { sceneId: 'demo', goingTo: null };
    const studio = { isOn: true, previewId: 'wide' };
    expect(camerasFor(look, { program: other, studio, tally })).toEqual([{ id: 'cam-2', name: 'Right' }]);
  });

  it('are never those of both sides of a transition', () => {
    const program = { sceneId: 'wide', goingTo: { sceneId: 'demo', startedAt: 0, durationMs: 500 } };
    expect(camerasFor(look, { program, tally })).toEqual([{ id: 'cam-2', name: null }]);
  });
});
