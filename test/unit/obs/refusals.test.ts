import { describe, expect, it } from 'vitest';
import { CallFailed, type Ending } from '../../../server/obs/failure.js';
import { refusalOf } from '../../../server/obs/translate/refusals.js';

const refused = (code: number, comment = ''): Ending => ({ kind: 'refused', code, comment });

describe('what a failed call means to the crew', () => {
  it.each<[string, Ending, object]>([
    ['a scene that is gone', refused(600), { code: 'scene-gone' }],
    ['a recording that runs', refused(500), { code: 'already-recording' }],
    ['a recording that does not', refused(501), { code: 'not-recording' }],
    [
      'an OBS that is loading',
      refused(207),
      { code: 'obs-refused', params: { reason: 'it is loading or changing its scenes' } },
    ],
    ['OBS’s own words', refused(702, 'No.'), { code: 'obs-refused', params: { reason: 'No.' } }],
    ['no words at all', refused(702), { code: 'obs-refused', params: { reason: 'code 702' } }],
    ['no answer', { kind: 'no-answer' }, { code: 'obs-timeout' }],
    ['a link that died under it', { kind: 'link-lost' }, { code: 'obs-timeout' }],
    ['no link to send it on', { kind: 'not-sent' }, { code: 'obs-away' }],
  ])('%s', (_, ending, refusal) => {
    expect(refusalOf(new CallFailed(ending), 'SetCurrentProgramScene')).toMatchObject(refusal);
  });

  it('is an input that is gone, where an input was asked for', () => {
    const failed = new CallFailed(refused(600));
    expect(refusalOf(failed, 'SetInputMute')).toMatchObject({ code: 'input-gone' });
  });

  it('leaves a bug a bug', () => {
    const bug = new TypeError('x');
    expect(refusalOf(bug, null)).toBe(bug);
  });
});
