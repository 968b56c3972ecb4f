import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { startChild, type Child } from './child.js';
import { freePort } from './port.js';

const LOOK_EVERY_MS = 20;
const LISTENS_WITHIN_MS = 5000;
const LISTENING = '0A';

/**
 * A server that a stream can go to, on this computer: ffmpeg, which takes one stream and throws it away. It is dropped
 * and brought back at will, on the same port; after a stream that ended by itself it has to be brought back too.
 */
export class RtmpListener {
  #child: Child | null = null;

  constructor(readonly port: number) {}

  /** What OBS is told by `SetStreamServiceSettings`. */
  get service() {
    return {
      streamServiceType: 'rtmp_custom',
      streamServiceSettings: { server: `rtmp://127.0.0.1:${this.port}/live`, key: 'key' },
    };
  }

  /** (Again) there for a stream; resolves when it listens. */
  async listen(): Promise<void> {
    await this.drop();
    const from = `rtmp://127.0.0.1:${this.port}/live/key`;
    const arguments_ = ['-nostdin', '-loglevel', 'error', '-listen', '1', '-i', from];
    const child = startChild('ffmpeg', [...arguments_, '-c', 'copy', '-f', 'null', '-'], process.env, []);
    this.#child = child;
    for (let waited = 0; !(await isListening(this.port)); waited += LOOK_EVERY_MS) {
      if (child.isGone() || waited > LISTENS_WITHIN_MS) throw new Error(`no RTMP listener: ${child.log()}`);
      await pause(LOOK_EVERY_MS);
    }
  }

  /** Gone without a word, in the middle of whatever it took. */
  async drop(): Promise<void> {
    await this.#child?.end('SIGKILL');
    this.#child = null;
  }
}

/** One that listens already, on a free port. */
export async function startRtmpListener(): Promise<RtmpListener> {
  const listener = new RtmpListener(await freePort());
  await listener.listen();
  return listener;
}

/** By the kernel's own table: to try it out would take the place of the one stream. */
async function isListening(port: number): Promise<boolean> {
  const here = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = (await readFile('/proc/net/tcp', 'utf8')).split('\n').slice(1);
  return rows.some((row) => {
    const [, local, , state] = row.trim().split(/\s+/);
    return local?.endsWith(here) === true && state === LISTENING;
  });
}
