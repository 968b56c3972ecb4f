import { describe, expect, it } from 'vitest';
import type { SoundInput } from '../../../../server/protocol/slices.js';
import { arrange, isDevice } from '../../../../server/show/sound/arrange.js';

const input = (name: string, kind = 'ffmpeg_source', id = `id of ${name}`): SoundInput => ({
  id,
  name,
  kind,
  isMuted: false,
  volumeDb: 0,
});
const namesOf = (strips: ReturnType<typeof arrange>) => strips.strips.map(({ name }) => name);
const shownIn = (strips: ReturnType<typeof arrange>) =>
  strips.strips.filter(({ isShown }) => isShown).map(({ name }) => name);

describe('the strips', () => {
  it('are on first sight the mics, shown, and then what else sounds, to be chosen', () => {
    const strips = arrange(undefined, 'booth', [input('Laptop'), input('Host mic'), input('Guest mic')]);
    expect(namesOf(strips)).toEqual(['Guest mic', 'Host mic', 'Laptop']);
    expect(shownIn(strips)).toEqual(['Guest mic', 'Host mic']);
  });

  it('show six by themselves, and no more', () => {
    const mics = Array.from({ length: 8 }, (_, index) => input(`Mic ${index + 1}`));
    expect(shownIn(arrange(undefined, 'booth', mics))).toHaveLength(6);
  });

  it('keep their places: a new one goes last, one that is gone leaves its own, and has it when it is back', () => {
    const first = arrange(undefined, 'booth', [input('Host mic'), input('Guest mic')]);
    const without = arrange(first, 'booth', [input('Host mic'), input('A mic')]);
    expect(namesOf(without)).toEqual(['Guest mic', 'Host mic', 'A mic']);
    const back = arrange(without, 'booth', [
      input('Host mic'),
      input('Guest mic', 'ffmpeg_source', 'new id'),
    ]);
    expect(back.strips.map(({ inputId }) => inputId)).toEqual(['new id', 'id of Host mic', 'id of A mic']);
  });

  it('keep what was chosen and what is held through a rename', () => {
    const first = arrange(undefined, 'booth', [input('Host mic')]);
    const chosen = { ...first, strips: first.strips.map((it) => ({ ...it, isShown: false, isHeld: true })) };
    const renamed = arrange(chosen, 'booth', [{ ...input('Host mic'), name: 'Anna' }]);
    expect(renamed.strips).toEqual([
      { inputId: 'id of Host mic', name: 'Anna', isShown: false, isHeld: true },
    ]);
  });

  it.each([
    ['Mic/Aux', 'pulse_input_capture', true],
    ['Desktop Audio', 'wasapi_output_capture', true],
    ['Sound', 'coreaudio_input_capture', true],
    ['Host_mic2', 'ffmpeg_source', true],
    ['Mikrofon links', 'dshow_input', true],
    ['Lapel 1', 'ndi_source', true],
    ['Mickey', 'ffmpeg_source', false],
    ['Screen', 'screen_capture', false],
    ['Slides', 'window_capture', false],
    ['Camera wide', 'v4l2_input', false],
  ])('take %s, a %s, for a sound device: %s', (name, kind, expected) => {
    expect(isDevice({ name, kind })).toBe(expected);
  });
});
