import { measureAcknowledged } from './acknowledged.js';
import type { Desk } from './desk.js';
import { within } from './deadline.js';
import type { ObsBooth } from './obsBooth.js';
import type { Plan } from './plan.js';
import { notYet, type Goal, type Row } from './row.js';

const EVENT_LIMIT_MS = 3000;
const FASTER: Goal = { of: 'ratio', is: 'below', limit: 1 };

/** Cuts, and what no command of ours asks of OBS yet. */
export async function measureCuts(booth: ObsBooth, plan: Plan): Promise<Row[]> {
  const { desk, bare } = booth;
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
  const rows = await measureAcknowledged(booth, {
    what: 'cut',
    rounds: plan.cuts,
    ours: () => onceConfirmed(({ id }) => desk.tap('program.cut', { sceneId: id }, undefined)),
    floor: (client) =>
      onceConfirmed(async ({ name }) => {
        const began = performance.now();
        await within(EVENT_LIMIT_MS, 'a cut', client.call('SetCurrentProgramScene', { sceneName: name }));
        return performance.now() - began;
      }),
  });
  return [...rows, ...missing()];
}

function missing(): Row[] {
  const why = 'no such command yet';
  return [
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
