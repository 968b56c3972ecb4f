import OBSWebSocket, { type OBSRequestTypes, type OBSResponseTypes } from 'obs-websocket-js/json';
import type { HeadlessObs } from '../../scripts/headless/obs.js';
import { startRtmpListener, type RtmpListener } from '../../scripts/headless/rtmpListener.js';
import { startBoothObs } from '../fixtures/boothObs.js';
import type { Click, Obs, Truth } from './obs.js';

const ANSWERS_WITHIN_MS = 60_000;
const OTHER = 'Other';

/** A real OBS without a screen, with a server that its stream goes to, and somebody at its mouse. */
export class RealObs implements Obs {
  /** Asks OBS itself, on a connection of its own. */
  #hand = new OBSWebSocket();
  /** The server for the stream takes one, and has to be brought back after it. */
  #isAudienceUsed = false;

  private constructor(
    private readonly obs: HeadlessObs,
    private readonly audience: RtmpListener,
  ) {}

  static async open(): Promise<RealObs> {
    const obs = await startBoothObs(null);
    const real = new RealObs(obs, await startRtmpListener());
    await real.#settleIn();
    return real;
  }

  get url(): string {
    return this.obs.url;
  }

  get password(): string {
    return this.obs.password;
  }

  get recordings(): string {
    return this.obs.recordDir;
  }

  get isAlive(): boolean {
    try {
      return process.kill(this.obs.pid, 0);
    } catch {
      // There is no such process.
      return false;
    }
  }

  hang(): Promise<void> {
    this.obs.pause();
    return Promise.resolve();
  }

  clear(): Promise<void> {
    this.obs.resume();
    return Promise.resolve();
  }

  /** It does so by itself. */
  reorder(): Promise<void> {
    return Promise.resolve();
  }

  async kill(): Promise<void> {
    await this.obs.kill();
    await this.#hand.disconnect();
  }

  async start(other: boolean): Promise<void> {
    await this.obs.start();
    await this.#settleIn();
    if (other) await this.#changeCollection();
  }

  async click(what: Click, pick: number): Promise<void> {
    if (what === 'record') await this.#try('StartRecord');
    else if (what === 'stop-record') await this.#try('StopRecord');
    else if (what === 'stream') await this.#try('StartStream');
    else if (what === 'stop-stream') await this.#try('StopStream');
    else {
      const { scenes } = await this.#ask('GetSceneList');
      const names = textsOf(scenes, 'sceneName');
      const sceneName = names[pick % names.length] ?? '';
      await this.#try('SetCurrentProgramScene', { sceneName });
    }
  }

  async truth(): Promise<Truth> {
    const [scene, record, stream] = await Promise.all([
      this.#seen(),
      this.#ask('GetRecordStatus'),
      this.#ask('GetStreamStatus'),
    ]);
    await this.#keepAudience(stream.outputActive);
    return {
      scene,
      record: record.outputActive ? (record.outputPaused ? 'paused' : 'on') : 'off',
      path: record.outputActive ? await this.#path() : null,
      stream: stream.outputActive ? 'on' : 'off',
    };
  }

  async end(): Promise<void> {
    await this.obs.kill();
    await this.#hand.disconnect();
    await this.audience.drop();
    await this.obs.stop();
  }

  async #settleIn(): Promise<void> {
    this.#hand = new OBSWebSocket();
    await this.#hand.connect(this.obs.url, this.obs.password, { eventSubscriptions: 0 });
    await this.audience.listen();
    await this.#ask('SetStreamServiceSettings', this.audience.service);
  }

  async #changeCollection(): Promise<void> {
    const { currentSceneCollectionName: current, sceneCollections } =
      await this.#ask('GetSceneCollectionList');
    const next = sceneCollections.find((name) => name !== current);
    if (next !== undefined) await this.#ask('SetCurrentSceneCollection', { sceneCollectionName: next });
    else await this.#ask('CreateSceneCollection', { sceneCollectionName: OTHER });
  }

  async #keepAudience(isStreaming: boolean): Promise<void> {
    if (!isStreaming && this.#isAudienceUsed) await this.audience.listen();
    this.#isAudienceUsed = isStreaming;
  }

  /** In studio mode OBS may name a scene that it was asked for and does not show: what is drawn tells. */
  async #seen(): Promise<string> {
    const { currentProgramSceneName: named } = await this.#ask('GetCurrentProgramScene');
    if (!(await this.#ask('GetStudioModeEnabled')).studioModeEnabled) return named;
    const [{ inputs }, { scenes }] = await Promise.all([
      this.#ask('GetInputList'),
      this.#ask('GetSceneList'),
    ]);
    const names = textsOf(inputs, 'inputName');
    const areActive = await Promise.all(
      names.map((sourceName) => this.#ask('GetSourceActive', { sourceName })),
    );
    const drawn = names
      .filter((_, at) => areActive[at]?.videoActive)
      .sort()
      .join();
    const candidates = [named, ...textsOf(scenes, 'sceneName')];
    for (const sceneName of candidates) {
      const { sceneItems } = await this.#ask('GetSceneItemList', { sceneName });
      const held = textsOf(sceneItems, 'sourceName');
      if (held.sort().join() === drawn) return sceneName;
    }
    return named;
  }

  async #path(): Promise<string | null> {
    const { outputSettings } = await this.#ask('GetOutputSettings', { outputName: 'simple_file_output' });
    return typeof outputSettings['path'] === 'string' ? outputSettings['path'] : null;
  }

  /** Somebody clicks, whatever comes of it. */
  async #try<T extends keyof OBSRequestTypes>(type: T, data?: OBSRequestTypes[T]): Promise<void> {
    try {
      await this.#ask(type, data);
    } catch {
      // Nothing to start or to stop: the button was not there.
    }
  }

  /** The library waits for ever. */
  #ask<T extends keyof OBSRequestTypes>(type: T, data?: OBSRequestTypes[T]): Promise<OBSResponseTypes[T]> {
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(() => reject(new Error(`OBS did not answer ${type}`)), ANSWERS_WITHIN_MS);
      this.#hand
        .call(type, data)
        .then(resolve, reject)
        .finally(() => clearTimeout(deadline));
    });
  }
}

/** The library knows nothing of what is in a list. */
function textsOf(list: readonly object[], field: string): string[] {
  return list.map((item) => {
    const text: unknown = Reflect.get(item, field);
    return typeof text === 'string' ? text : '';
  });
}
