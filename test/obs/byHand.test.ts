import { randomUUID } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startRtmpListener } from '../../scripts/headless/rtmpListener.js';
import type { CommandName, CommandOf } from '../../server/protocol/commands.js';
import { Alerts } from '../../server/show/alerts.js';
import * as sound from '../../server/show/commands/sound.js';
import * as stream from '../../server/show/commands/stream.js';
import type { Floor, Handler } from '../../server/show/handler.js';
import { InputMemory } from '../../server/show/inputMemory.js';
import { Pending } from '../../server/show/pending.js';
import { SoundFollower } from '../../server/show/sound/soundFollower.js';
import { StripKeeper, isHeld } from '../../server/show/sound/strips.js';
import { Store } from '../../server/show/store.js';
import { startRig, type Rig } from './rig.js';
import { describeEachObs, type Target } from './targets.js';

const ACTOR = { deviceId: 'tablet', role: 'producer' } as const;
const BACK_WITHIN_MS = 30_000;

describeEachObs('what a hand did', (target) => {
  let rig: Rig;
  let floor: Floor;
  let failures: string[];

  const run = <N extends CommandName>(
    handler: Handler<N>,
    name: N,
    asked: Pick<CommandOf<N>, 'params' | 'expect'>,
  ) => handler(floor, { id: randomUUID(), name, issuedAt: rig.clock.now(), ...asked }, ACTOR);
  const connected = () => rig.until('connected', ({ obs }) => obs?.link === 'connected', BACK_WITHIN_MS);
  const pending = () => floor.store.state.pending?.map(({ name }) => name);

  beforeEach(async () => {
    failures = [];
    const disk = { load: () => ({}), write: () => undefined, journal: () => undefined };
    const store = new Store({ disk, onDisk: () => undefined });
    store.open({ alerts: [], pending: [] });
    rig = startRig({ ...target(), knownSceneId: () => undefined, inputMemory: new InputMemory(store) });
    const { clock } = rig;
    const alerts = new Alerts({ store, clock, troubles: { raised: () => undefined } });
    const waiting = new Pending({ store, clock, alerts, tell: ({ code }) => failures.push(code) });
    floor = { store, clock, device: rig.verbs, pending: waiting, pages: { flash: () => undefined } };
    new StripKeeper(store).start();
    waiting.start();
    new SoundFollower({ floor, alerts, log: rig.log }).start();
    rig.follow((changes) => store.observe(changes));
    await connected();
  });
  afterEach(async () => {
    await rig.stop();
    expect(rig.faults).toEqual([]);
  });

  it('to a mic outlives OBS: what comes back open is muted again', { timeout: 90_000 }, async () => {
    const inputId = rig.inputId('Host mic');
    const isMuted = ({ sound: inputs }: Rig['state']) =>
      inputs?.find(({ name }) => name === 'Host mic')?.isMuted === true;
    await run(sound.mute, 'sound.mute', { params: { inputId, isMuted: true }, expect: undefined });
    await rig.until('muted', isMuted);
    await target().kill();
    await rig.until('gone', ({ obs }) => obs?.link === 'gone');
    await target().restart();
    await connected();
    expect(floor.store.state.alerts?.map(({ code }) => code)).toEqual(['mic-came-open']);
    await rig.until('muted again', isMuted);
    const other = await target().poke();
    expect(await other.call('GetInputMute', { inputName: 'Host mic' })).toEqual({ inputMuted: true });
    expect(isHeld(floor.store.state, rig.inputId('Host mic'))).toBe(true);
    await other.call('SetInputMute', { inputName: 'Host mic', inputMuted: false });
    await rig.until('opened by hand', (state) => !isMuted(state));
    expect(isHeld(floor.store.state, rig.inputId('Host mic'))).toBe(false);
  });

  it('to a stream that OBS dials for: called off, it is stopped as soon as it is live', async () => {
    const line = await silentLine(target());
    await run(stream.start, 'stream.start', { params: {}, expect: undefined });
    await rig.until('dialling', ({ stream: it }) => it?.state === 'starting');
    await run(stream.stop, 'stream.stop', { params: {}, expect: { sessionId: null } });
    expect(pending()).toEqual(['stream.stop']);
    await expect(rig.verbs.stream.stop(rig.clock.now())).rejects.toMatchObject({ code: 'not-streaming' });
    const from = rig.history.length;
    const wasLive = () => rig.history.slice(from).some(({ set }) => set.stream?.state === 'on');
    line.answer();
    await rig.until('the end', ({ stream: it }) => it?.state === 'off' && wasLive(), BACK_WITHIN_MS);
    expect(pending()).toEqual([]);
    expect(failures).toEqual([]);
    await line.end();
  });
});

/** Where a stream goes to: it takes the call and says nothing until it is told to. */
interface SilentLine {
  answer(): void;
  end(): Promise<void>;
}

async function silentLine(target: Target): Promise<SilentLine> {
  const { simulator } = target;
  if (simulator !== null) {
    const { streaming } = simulator.booth;
    streaming.silenceServer();
    return { answer: () => streaming.findServer(), end: () => Promise.resolve() };
  }
  const behind = await startRtmpListener();
  const callers = new Set<Socket>();
  let answers = false;
  const putThrough = (caller: Socket) => {
    const on = connect(behind.port, '127.0.0.1');
    on.on('error', () => caller.destroy());
    caller.pipe(on).pipe(caller);
  };
  const front = createServer((caller) => {
    callers.add(caller.on('error', () => undefined));
    if (answers) putThrough(caller);
  });
  const port = await listening(front);
  const hand = await target.poke();
  await hand.call('SetStreamServiceSettings', {
    ...behind.service,
    streamServiceSettings: { server: `rtmp://127.0.0.1:${port}/live`, key: 'key' },
  });
  return {
    answer() {
      answers = true;
      for (const caller of callers) putThrough(caller);
    },
    async end() {
      for (const caller of callers) caller.destroy();
      await new Promise((resolve) => front.close(resolve));
      await behind.drop();
    },
  };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
