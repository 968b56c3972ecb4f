import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startChild, type Child } from './child.js';
import { forgetUncleanShutdown, writeConfiguration, type Configuration } from './configuration.js';
import { startDisplay, type Display } from './display.js';
import { missingPackages, missingPackagesMessage } from './packages.js';
import { freePort } from './port.js';
import { untilItAnswers } from './readiness.js';

/** A real OBS on a screen that nobody sees, with a configuration folder that lives as long as this value. */
export class HeadlessObs {
  readonly url: string;
  #child: Child | null = null;
  #isEndingWanted = false;
  #reportDeath: (story: string) => void = () => {};
  /** Resolves with the tail of its log when OBS ends without having been asked to; never rejects. */
  readonly died: Promise<string>;

  constructor(
    readonly port: number,
    readonly folder: string,
    private readonly display: Display,
    readonly password: string,
  ) {
    this.url = `ws://127.0.0.1:${port}`;
    this.died = new Promise((resolve) => {
      this.#reportDeath = resolve;
    });
  }

  get recordDir(): string {
    return path.join(this.folder, 'recordings');
  }

  /** Of the running process; 0 while there is none. */
  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** The last lines that OBS wrote. */
  log(): string {
    return this.#child?.log() ?? '';
  }

  /** Starts OBS (again) on its folder and port; resolves when it answers a request. */
  async start(): Promise<void> {
    await forgetUncleanShutdown(this.folder);
    const child = startChild('obs', ARGUMENTS, this.#environment(), []);
    this.#child = child;
    this.#isEndingWanted = false;
    void child.gone.then((how) => {
      if (this.#child === child && !this.#isEndingWanted)
        this.#reportDeath(`OBS ended: ${how}\n${child.log()}`);
    });
    await untilItAnswers(this.url, this.password, child);
  }

  /** Ends OBS as its own quit does; the folder stays for another `start`. */
  async quit(): Promise<void> {
    this.#isEndingWanted = true;
    this.resume();
    await this.#child?.end('SIGINT');
  }

  /** Ends OBS as a crash does; the folder stays for another `start`. */
  async kill(): Promise<void> {
    this.#isEndingWanted = true;
    await this.#child?.end('SIGKILL');
  }

  /** From here on OBS is hung: its socket stays open and nothing is answered. */
  pause(): void {
    this.#child?.signal('SIGSTOP');
  }

  resume(): void {
    this.#child?.signal('SIGCONT');
  }

  /** Ends OBS and its screen and removes the folder, recordings included. */
  async stop(): Promise<void> {
    await this.quit();
    await this.display.stop();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #environment(): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'],
      LANG: 'C.UTF-8',
      HOME: this.folder,
      XDG_CONFIG_HOME: this.folder,
      XDG_RUNTIME_DIR: path.join(this.folder, 'run'),
      DISPLAY: this.display.name,
      LIBGL_ALWAYS_SOFTWARE: '1',
      QT_QPA_PLATFORM: 'xcb',
    };
  }
}

/** Makes the folder, the screen and the OBS (port 0: a free one); resolves when it answers, else leaves nothing behind. */
export async function startHeadlessObs(options: Configuration): Promise<HeadlessObs> {
  const missing = missingPackages();
  if (missing.length > 0) throw new Error(missingPackagesMessage(missing));

  const port = options.port === 0 ? await freePort() : options.port;
  const folder = await mkdtemp(path.join(tmpdir(), 'headless-obs-'));
  const display = await startDisplay({ width: 1280, height: 720 });
  const obs = new HeadlessObs(port, folder, display, options.password);
  try {
    await mkdir(path.join(folder, 'run'), { mode: 0o700 });
    await mkdir(obs.recordDir);
    await writeConfiguration(folder, obs.recordDir, { ...options, port });
    await obs.start();
    return obs;
  } catch (error) {
    await obs.stop();
    throw error;
  }
}

const ARGUMENTS = [
  '--multi',
  '--minimize-to-tray',
  '--disable-updater',
  '--disable-missing-files-check',
  '--disable-shutdown-check', // 30 and 31 ask otherwise; others ignore it
];
