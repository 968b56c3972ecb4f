import OBSWebSocket from 'obs-websocket-js/json';
import { it } from 'vitest';
import { startRig } from './rig.js';
import { TARGETS } from './targets.js';
const q = (xs: number[]) => { const s=[...xs].sort((a,b)=>a-b); return [.5,.95,.99].map((p) => s[Math.floor(s.length*p)]?.toFixed(1)).join('/'); };
it('bench', async () => {
  const target = await TARGETS[2]!.open();
  const ours: number[] = [], moved: number[] = [], bare: number[] = [];
  const nap = () => new Promise((r) => setTimeout(r, 200 + Math.random() * 100));
  for (let r = 0; r < 6; r++) {
    const rig = startRig({ ...target, knownSceneId: () => undefined });
    await rig.until('connected', (s) => s.obs?.link === 'connected');
    const ids = ['Close-up', 'Holding'].map((n) => rig.sceneId(n));
    for (let i = 0; i < 50; i++) { const t = performance.now(); const id = ids[i % 2] ?? ''; await rig.verbs.cut(id); ours.push(performance.now() - t); await rig.until('m', (s) => s.program?.sceneId === id); moved.push(performance.now() - t); await nap(); }
    await rig.stop();
    const o = new OBSWebSocket(); await o.connect(target.url, target.password);
    for (let i = 0; i < 50; i++) { const t = performance.now(); await o.call('SetCurrentProgramScene', { sceneName: ['Close-up', 'Holding'][i % 2] ?? '' }); bare.push(performance.now() - t); await nap(); }
    await o.disconnect();
  }
  console.log('RESULT ours', q(ours), 'mirror', q(moved), 'bare', q(bare));
  await target.stop();
}, 500000);
