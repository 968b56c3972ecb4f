import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../server/show/refusal.js';
import { testFloor, type TestFloor } from '../../fixtures/floor.js';

const busy = ({ store }: TestFloor) => store.state.pending?.map(({ target }) => target);

/** A cut that OBS has not answered yet, and how it answers. */
function cut(floor: TestFloor, sceneId: string) {
  const { promise, resolve, reject } = withResolvers();
  floor.device.next = () => promise;
  return { reply: floor.command('program.cut', { sceneId }), accept: resolve, refuse: reject };
}

function withResolvers() {
  let resolve: () => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<void>((accepted, refused) => {
    resolve = accepted;
    reject = refused;
  });
  return { promise, resolve, reject };
}

describe('of two cuts that OBS has not answered', () => {
  it('nothing is busy once both were refused, the older one first', async () => {
    const floor = testFloor();
    floor.obsComes();
    const first = cut(floor, 'scene-close');
    const second = cut(floor, 'scene-wide');
    first.refuse(new Refusal('obs-timeout'));
    expect(await first.reply).toMatchObject({ code: 'obs-timeout' });
    second.refuse(new Refusal('obs-timeout'));
    expect(await second.reply).toMatchObject({ code: 'obs-timeout' });
    expect(busy(floor)).toEqual([]);
  });

  it('the older one is busy until it shows when only the newer one was refused', async () => {
    const floor = testFloor();
    floor.obsComes();
    const first = cut(floor, 'scene-close');
    const second = cut(floor, 'scene-wide');
    first.accept();
    expect(await first.reply).toEqual({ ok: true });
    second.refuse(new Refusal('obs-timeout'));
    await second.reply;
    expect(busy(floor)).toEqual(['scene:scene-close']);
    floor.obs({ program: { sceneId: 'scene-close', goingTo: null } });
    expect(busy(floor)).toEqual([]);
  });
});
