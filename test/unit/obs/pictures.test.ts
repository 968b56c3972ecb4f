import { describe, expect, it } from 'vitest';
import { CallFailed } from '../../../server/obs/failure.js';
import { PicturesFeed } from '../../../server/obs/feeds/pictures.js';
import type { Ask } from '../../../server/obs/session.js';
import type { ScenePicture } from '../../../server/protocol/events.js';
import { ManualClock } from '../../fixtures/manualClock.js';

const item = (sourceName: string) => ({
  sourceName,
  sourceType: 'OBS_SOURCE_TYPE_INPUT',
  sceneItemEnabled: true,
});

/** A feed over an OBS of scenes a, b and c; in b are a camera and a mic, which never has a picture. */
function feed() {
  const clock = new ManualClock();
  const told: ScenePicture[] = [];
  const asked: string[] = [];
  const obs = { isHere: true, camera: 'alive' as 'alive' | 'unplugged' | 'ended' };
  const ask = ((type: string, data: { sourceName?: string; inputName?: string; sceneName?: string }) => {
    asked.push(`${type} ${data.sourceName ?? data.inputName ?? data.sceneName}`);
    if (type === 'GetSceneItemList')
      return Promise.resolve({ sceneItems: data.sceneName === 'b' ? [item('camera'), item('mic')] : [] });
    if (type === 'GetMediaInputStatus')
      return Promise.resolve({
        mediaState: obs.camera === 'ended' ? 'OBS_MEDIA_STATE_ENDED' : 'OBS_MEDIA_STATE_PLAYING',
      });
    if (data.sourceName === 'mic' || (data.sourceName === 'camera' && obs.camera === 'unplugged'))
      return Promise.reject(new CallFailed({ kind: 'refused', code: 702, comment: '' }));
    return Promise.resolve({ imageData: 'data:image/jpg;base64,AQID' });
    // Ask is generic over the library's requests; this OBS knows two.
  }) as Ask;
  const pictures = new PicturesFeed({
    clock,
    log: () => undefined,
    ask: () => (obs.isHere ? ask : null),
    programId: () => 'a',
    scene: (sceneId) => ({ name: sceneId, uuid: null }),
    tell: (picture) => told.push(picture),
  });
  return {
    clock,
    told,
    asked,
    obs,
    pictures,
    count: (id: string) => told.filter((p) => p.sceneId === id).length,
  };
}

describe('the pictures of scenes', () => {
  it('come two to five times a second for program, and every two to four seconds for the others', async () => {
    const { clock, pictures, count } = feed();
    pictures.want(true, ['a', 'b']);
    await clock.pass(10_000);
    expect(count('a') / 10).toBeGreaterThanOrEqual(2);
    expect(count('a') / 10).toBeLessThanOrEqual(5);
    expect(10 / count('b')).toBeGreaterThanOrEqual(2);
    expect(10 / count('b')).toBeLessThanOrEqual(4);
  });

  it('are not asked for while nobody looks', async () => {
    const { clock, pictures, asked } = feed();
    pictures.want(true, []);
    await clock.pass(1000);
    pictures.want(false, []);
    await clock.pass(1000);
    const before = asked.length;
    await clock.pass(10_000);
    expect(asked.length).toBe(before);
  });

  it('come at once to somebody who begins to look', async () => {
    const { clock, pictures, count } = feed();
    pictures.want(false, ['b']);
    await clock.pass(100);
    pictures.want(false, ['b', 'c']);
    await clock.pass(600);
    expect(count('c')).toBe(1);
  });

  it('come at most once a second while OBS draws its own frames too late', async () => {
    const { clock, pictures, count } = feed();
    pictures.strain(0.05);
    pictures.want(true, []);
    await clock.pass(9999);
    expect(count('a')).toBeLessThanOrEqual(10);
    expect(count('a')).toBeGreaterThan(5);
  });

  it.each(['unplugged', 'ended'] as const)('name a camera that is %s', async (camera) => {
    const { clock, pictures, obs, told } = feed();
    pictures.want(false, ['b']);
    await clock.pass(100);
    expect(told.at(-1)).toMatchObject({ sceneId: 'b', dead: [] });
    obs.camera = camera;
    await clock.pass(10_000);
    expect(told.at(-1)).toMatchObject({ sceneId: 'b', dead: ['camera'] });
  });

  it('go on when OBS comes back', async () => {
    const { clock, pictures, obs, told } = feed();
    obs.isHere = false;
    pictures.want(true, []);
    await clock.pass(5000);
    expect(told).toEqual([]);
    obs.isHere = true;
    await clock.pass(1000);
    expect(told.length).toBeGreaterThan(0);
  });
});
