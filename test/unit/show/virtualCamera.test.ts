import { expect, it } from 'vitest';
import { testFloor } from '../../fixtures/floor.js';

it('a virtual camera is switched, and busy until OBS says so', async () => {
  const floor = testFloor();
  floor.obsComes();
  expect(await floor.command('virtualCamera.set', { isOn: true })).toEqual({ ok: true });
  expect(floor.store.state.pending).toMatchObject([{ target: 'virtual-camera' }]);
  floor.obs({ virtualCamera: { state: 'on' } });
  expect(floor.store.state.pending).toEqual([]);
});

it('a virtual camera that is so already is not asked', async () => {
  const floor = testFloor();
  floor.obsComes();
  expect(await floor.command('virtualCamera.set', { isOn: false })).toEqual({ ok: true });
  expect(floor.device.asked).toEqual([]);
});

it('a virtual camera that is not there is refused', async () => {
  const floor = testFloor();
  floor.obsComes();
  floor.obs({ virtualCamera: { state: 'absent' } });
  expect(await floor.command('virtualCamera.set', { isOn: true })).toMatchObject({ code: 'camera-absent' });
  expect(floor.device.asked).toEqual([]);
});
