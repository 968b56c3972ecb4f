import { describe, expect, it } from 'vitest';
import { CallFailed } from '../../../server/obs/failure.js';
import type { Ask } from '../../../server/obs/session.js';
import { TallyReading } from '../../../server/obs/tallyReading.js';

const item = (sourceName: string, kind: 'input' | 'scene' | 'group', sceneItemEnabled = true) => ({
  sourceName,
  sourceType: kind === 'input' ? 'OBS_SOURCE_TYPE_INPUT' : 'OBS_SOURCE_TYPE_SCENE',
  sceneItemEnabled,
  isGroup: kind === 'group',
});
const ITEMS: Record<string, object[]> = {
  Wide: [item('Stage', 'scene'), item('Slides', 'input', false)],
  Stage: [item('Camera', 'input'), item('Badges', 'group'), item('Mic', 'input')],
  Badges: [item('Badge', 'input')],
};
const KINDS: Record<string, string> = {
  Slides: 'ffmpeg_source',
  Camera: 'v4l2_input',
  Mic: 'pulse_input_capture',
  Badge: 'image_source',
};

/** An OBS with studio mode on and Wide on preview. */
const obs =
  (active: readonly string[], isStudio: boolean): Ask =>
  (type, data) => {
    const { sceneName, sourceName } = (data ?? {}) as { sceneName?: string; sourceName?: string };
    if (type === 'GetInputList') {
      const inputs = Object.entries(KINDS).map(([inputName, inputKind]) => ({ inputName, inputKind }));
      return Promise.resolve({ inputs });
    }
    if (type === 'GetSourceActive' && sourceName === 'Badge')
      return Promise.reject(new CallFailed({ kind: 'refused', code: 600, comment: 'removed' }));
    if (type === 'GetSourceActive')
      return Promise.resolve({ videoActive: active.includes(sourceName ?? '') });
    if (type === 'GetStudioModeEnabled') return Promise.resolve({ studioModeEnabled: isStudio });
    if (type === 'GetCurrentPreviewScene') return Promise.resolve({ currentPreviewSceneName: 'Wide' });
    return Promise.resolve({ sceneItems: ITEMS[sceneName ?? ''] });
  };

describe('the reading of the tally', () => {
  const readingOf = (ask: Ask) => new TallyReading({ ask, inputIdOf: ({ name }) => `id of ${name}` });

  it('has on program what OBS calls active, by name, sound devices and what was just removed not', async () => {
    const reading = readingOf(obs(['Slides', 'Camera', 'Mic', 'Badge'], false));
    await reading.read();
    expect(reading.value).toEqual({
      program: [
        { id: 'id of Camera', name: 'Camera' },
        { id: 'id of Slides', name: 'Slides' },
      ],
      preview: [],
    });
  });

  it('asks about a few of many inputs at a time', async () => {
    const inputs = Array.from({ length: 40 }, (_, at) => ({
      inputName: `Camera ${at}`,
      inputKind: 'v4l2_input',
    }));
    let waiting = 0;
    let most = 0;
    const reading = readingOf(async (type, data) => {
      if (type === 'GetInputList') return { inputs };
      if (type !== 'GetSourceActive') return obs([], false)(type, data);
      most = Math.max(most, ++waiting);
      await Promise.resolve();
      waiting--;
      return { videoActive: true };
    });
    await reading.read();
    expect(reading.value.program).toHaveLength(40);
    expect(most).toBeLessThanOrEqual(8);
  });

  it('has on preview what nested scenes and groups hold, and nothing that is hidden', async () => {
    const reading = readingOf(obs([], true));
    await reading.read();
    expect(reading.value).toEqual({
      program: [],
      preview: [
        { id: 'id of Badge', name: 'Badge' },
        { id: 'id of Camera', name: 'Camera' },
      ],
    });
  });
});
