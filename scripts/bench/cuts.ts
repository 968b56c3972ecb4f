import { OBSWebSocket } from 'obs-websocket-js/json';
import { BuiltServer } from '../headless/builtServer.js';
import { startHeadlessObs } from '../headless/obs.js';
import type { Cleanups } from './cleanups.js';
import { Desk } from './desk.js';
import { within } from './deadline.js';
import type { Plan } from './plan.js';
import { notYet, row, type Goal, type Row } from './row.js';
import { interleave, quantile } from './samples.js';

/** A cut waits for a frame, so the frame rate is that of a show. */
const OBS = { port: 0, password: 'bench', size: { width: 640, height: 360 }, fps: 30 } as const;
const EVENT_LIMIT_MS = 3000;
const FASTER: Goal = { of: 'ratio', is: 'below', limit: 1 };

/** Tap to OBS's own acknowledgement, against obs-websocket-js on one connection, as everybody uses it, to the same OBS. */
export async function measureCuts(cleanups: Cleanups, plan: Plan): Promise<{ rows: Row[]; obs: string }> {
  const obs = await startHeadlessObs({ ...OBS, scenes: 'booth', overlayDisplay: null });
  cleanups.add(() => obs.stop());
  const server = new BuiltServer(['--obs', obs.url], { SHOWFLOOR_OBS_PASSWORD: obs.password });
  cleanups.add(() => server.dispose());
  await server.start();
  const desk = new Desk(server.url);
  cleanups.add(() => desk.close());
  await desk.open();
  await desk.until('OBS is mirrored', ({ scenes }) => scenes !== undefined);
  const bare = new OBSWebSocket();
  cleanups.add(() => bare.disconnect());
  await bare.connect(obs.url, obs.password);
  const { obsVersion } = await bare.call('GetVersion');

  const next = sceneAfterScene(desk);
  const onceConfirmed = async (cut: (scene: { id: string; name: string }) => Promise<number>) => {
    const scene = next();
    const changed = new Promise((resolve) => bare.once('CurrentProgramSceneChanged', resolve));
    const ms = await cut(scene);
    await within(EVENT_LIMIT_MS, 'the change of scene', changed);
    await desk.until(
      'the cut',
      ({ program, pending }) => program?.sceneId === scene.id && pending?.length === 0,
    );
    return ms;
  };
  const times = await interleave({
    rounds: plan.cuts,
    warmUp: 6,
    paceMs: 50,
    goesOn: () => true,
    ours: () => onceConfirmed(({ id }) => desk.tap('program.cut', { sceneId: id }, undefined)),
    floor: () =>
      onceConfirmed(async ({ name }) => {
        const began = performance.now();
        await within(EVENT_LIMIT_MS, 'a cut', bare.call('SetCurrentProgramScene', { sceneName: name }));
        return performance.now() - began;
      }),
  });

  const rows = ([50, 95] as const).map((percent) =>
    row({
      what: `tap to OBS acknowledged, cut, p${percent}`,
      unit: 'ms',
      measured: quantile(times.ours, percent / 100),
      floor: quantile(times.floor, percent / 100),
      goal: FASTER,
      note: `${times.ours.length} cuts each, over bare obs-websocket-js on one connection`,
    }),
  );
  return { rows: [...rows, ...missing()], obs: obsVersion };
}

function missing(): Row[] {
  const why = 'no such command yet';
  return [
    notYet('tap to OBS acknowledged, mute', FASTER, why),
    notYet('tap to OBS acknowledged, item toggle', FASTER, why),
    notYet(
      'tap to OBS acknowledged, call without event, p95 more',
      { of: 'measured', is: 'at most', limit: 1 },
      why,
    ),
  ];
}

/** Three scenes in a circle: with two contenders in turns each of them cuts to each scene as often. */
function sceneAfterScene({ state }: Desk): () => { id: string; name: string } {
  const circle = (state.scenes ?? []).filter(({ id }) => id !== state.program?.sceneId).slice(0, 3);
  let at = 0;
  return () => {
    const scene = circle[at++ % circle.length];
    if (scene === undefined || circle.length < 3) throw new Error('The booth has too few scenes.');
    return scene;
  };
}
