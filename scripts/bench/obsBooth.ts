import { EventSubscription, OBSWebSocket } from 'obs-websocket-js/json';
import { BuiltServer } from '../headless/builtServer.js';
import { startHeadlessObs, type HeadlessObs } from '../headless/obs.js';
import type { Cleanups } from './cleanups.js';
import { Desk } from './desk.js';

/** A cut waits for a frame, so the frame rate is that of a show. */
const OBS = { port: 0, password: 'bench', size: { width: 640, height: 360 }, fps: 30 } as const;

/** A real OBS with our server and a tablet on it, and obs-websocket-js beside them as everybody uses it. */
export interface ObsBooth {
  obs: HeadlessObs;
  obsVersion: string;
  server: BuiltServer;
  desk: Desk;
  /** One connection for commands and events, as most programs have it. */
  bare: OBSWebSocket;
  /** The same with the levels on it, as a panel that shows them needs. */
  bareWithLevels: OBSWebSocket;
}

/** Resolves when OBS is mirrored. */
export async function openObsBooth(cleanups: Cleanups): Promise<ObsBooth> {
  const obs = await startHeadlessObs({ ...OBS, scenes: 'booth', overlayDisplay: null });
  cleanups.add(() => obs.stop());
  const server = new BuiltServer(['--obs', obs.url], { SHOWFLOOR_OBS_PASSWORD: obs.password });
  cleanups.add(() => server.dispose());
  await server.start();
  const desk = new Desk(server.url, await server.device('producer', 'Tablet'));
  cleanups.add(() => desk.close());
  await desk.open();
  await desk.until('OBS is mirrored', ({ scenes }) => scenes !== undefined);
  const bare = await connected(cleanups, obs, EventSubscription.All);
  const withLevels = EventSubscription.All | EventSubscription.InputVolumeMeters;
  const bareWithLevels = await connected(cleanups, obs, withLevels);
  const { obsVersion } = await bare.call('GetVersion');
  return { obs, obsVersion, server, desk, bare, bareWithLevels };
}

async function connected(
  cleanups: Cleanups,
  obs: HeadlessObs,
  eventSubscriptions: number,
): Promise<OBSWebSocket> {
  const client = new OBSWebSocket();
  cleanups.add(() => client.disconnect());
  await client.connect(obs.url, obs.password, { eventSubscriptions });
  return client;
}
