import { existsSync } from 'node:fs';
import OBSWebSocket from 'obs-websocket-js/json';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHeadlessObs, type HeadlessObs } from '../../scripts/headless/obs.js';
import { missingPackages } from '../../scripts/headless/packages.js';

const missing = missingPackages();
const title = 'a throw-away OBS';

describe.skipIf(missing.length > 0)(
  missing.length > 0 ? `${title} (not installed: ${missing.join(', ')})` : title,
  () => {
    let obs: HeadlessObs;
    beforeAll(async () => {
      obs = await startHeadlessObs({
        port: 0,
        password: 'pw',
        size: { width: 320, height: 180 },
        fps: 10,
        scenes: 'empty',
        overlayDisplay: null,
      });
    });
    afterAll(() => obs.stop());

    it('has the size and speed that were asked for, and records into its own folder', async () => {
      const client = await connected(obs);
      expect(await client.call('GetVideoSettings')).toMatchObject({
        baseWidth: 320,
        outputHeight: 180,
        fpsNumerator: 10,
      });
      expect(await client.call('GetRecordDirectory')).toEqual({ recordDirectory: obs.recordDir });
      await client.disconnect();
    });

    it('comes back after quit and after a kill on the same address with the scenes that it saved', async () => {
      const before = await connected(obs);
      await before.call('CreateScene', { sceneName: 'Kept' });
      for (const end of [() => obs.quit(), () => obs.kill()]) {
        await end();
        await obs.start();
        const after = await connected(obs);
        const { scenes } = await after.call('GetSceneList');
        expect(scenes.map(({ sceneName }) => sceneName)).toContain('Kept');
        await after.disconnect();
      }
    });

    it('says so, with its log, when it dies by itself', async () => {
      process.kill(obs.pid, 'SIGSEGV');
      expect(await obs.died).toContain('SIGSEGV');
    });

    it('leaves nothing behind', async () => {
      await obs.stop();
      expect(existsSync(obs.folder)).toBe(false);
    });
  },
);

async function connected(obs: HeadlessObs): Promise<OBSWebSocket> {
  const client = new OBSWebSocket();
  await client.connect(obs.url, obs.password);
  return client;
}
