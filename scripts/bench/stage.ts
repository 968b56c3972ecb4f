import { randomUUID } from 'node:crypto';
import type { Content } from '../../server/protocol/commands.js';
import { BuiltServer } from '../headless/builtServer.js';
import type { Browser } from 'playwright-core';
import type { Cleanups } from './cleanups.js';
import { Desk } from './desk.js';
import { FloorClient, floorServer } from './floor.js';
import { WatchedPage } from './watchedPage.js';

const LAYER = 'lower-third';
const REPORTED = `reported:${LAYER}`;
/** Port 9 discards: there is no OBS, and what is measured here does not need one. */
const NO_OBS = ['--obs', 'ws://127.0.0.1:9'];

interface Guest {
  guestId: string;
  name: string;
}

/** Server and overlay beside the minimal server and page, all in one Chromium; each tap answers in ms to the DOM. */
export class Stage {
  readonly #desk: Desk;
  readonly #overlay: WatchedPage;
  readonly #client: FloorClient;
  readonly #page: WatchedPage;
  readonly #guests: Guest[];
  #instanceId = '';
  /** Each counts for itself: a name that is on already is no change, and nothing to see. */
  readonly #taps = { ours: 0, floor: 0 };

  constructor(
    readonly server: BuiltServer,
    readonly floorUrl: string,
    parts: { desk: Desk; overlay: WatchedPage; client: FloorClient; page: WatchedPage; guests: Guest[] },
  ) {
    this.#desk = parts.desk;
    this.#overlay = parts.overlay;
    this.#client = parts.client;
    this.#page = parts.page;
    this.#guests = parts.guests;
  }

  /** Shows a lower third in the place of the one that is on, without animation. */
  async show(): Promise<number> {
    const { guestId, name } = this.#nextGuest('ours');
    const instanceId = randomUUID();
    const content: Content = { kind: 'guests', guestIds: [guestId] };
    const ms = await this.#overlay.timeUntil(name, () =>
      this.#desk.tap(
        'graphic.show',
        { layer: LAYER, instanceId, content, autoOffMs: null, cut: true },
        undefined,
      ),
    );
    await this.#desk.until('the lower third on air', (state) => {
      const reported = state[REPORTED];
      return reported?.instanceId === instanceId && reported.state === 'on' && state.pending?.length === 0;
    });
    this.#instanceId = instanceId;
    return ms;
  }

  /** Puts another name into the lower third that is on. */
  async update(): Promise<number> {
    const { guestId, name } = this.#nextGuest('ours');
    const content: Content = { kind: 'guests', guestIds: [guestId] };
    const before = this.#desk.state[REPORTED]?.at;
    const ms = await this.#overlay.timeUntil(name, () =>
      this.#desk.tap('graphic.update', { layer: LAYER, content }, { instanceId: this.#instanceId }),
    );
    await this.#desk.until('the report of the update', (state) => state[REPORTED]?.at !== before);
    return ms;
  }

  /** The same by the minimal server. */
  floor(): Promise<number> {
    const { name } = this.#nextGuest('floor');
    return this.#page.timeUntil(name, () => this.#client.tap(name));
  }

  #nextGuest(of: 'ours' | 'floor'): Guest {
    const guest = this.#guests[this.#taps[of]++ % this.#guests.length];
    if (guest === undefined) throw new Error('There are no guests.');
    return guest;
  }
}

/** Starts all of it; resolves when both pages are connected. */
export async function openStage(cleanups: Cleanups, browser: Browser): Promise<Stage> {
  const server = new BuiltServer(NO_OBS, {});
  cleanups.add(() => server.dispose());
  const floor = floorServer();
  cleanups.add(() => floor.end('SIGKILL'));
  await Promise.all([server.start(), floor.start()]);

  // Pages before clients: the minimal server tells its sockets in the order of their coming, the page soonest.
  const overlay = new WatchedPage();
  const page = new WatchedPage();
  await overlay.open(browser, server.overlay());
  await page.open(browser, `${floor.url}/`);
  const client = new FloorClient(floor.url);
  cleanups.add(() => client.close());
  await client.open();
  const desk = new Desk(server.url, await server.device('producer', 'Tablet'));
  cleanups.add(() => desk.close());
  await desk.open();
  await desk.until('a living overlay', ({ renderers }) => renderers?.some(({ alive }) => alive) === true);

  const guests = ['First', 'Second', 'Third'].map((name) => ({
    guestId: randomUUID(),
    name: `${name} Guest`,
  }));
  for (const { guestId, name } of guests) {
    const texts = {
      name,
      pronouns: 'they/them',
      title: 'Engineer',
      organisation: 'Example',
      part: 'guest' as const,
    };
    await desk.tap('guest.add', { guestId, ...texts }, undefined);
  }
  return new Stage(server, floor.url, { desk, overlay, client, page, guests });
}
