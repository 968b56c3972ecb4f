import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { CommandName } from '../../server/protocol/commands.js';
import type { Layer } from '../../server/protocol/codes.js';
import type { State } from '../../server/protocol/slices.js';
import type { Act } from './acts.js';
import type { Booth } from './booth.js';
import type { Tablet } from './tablet.js';

const PARTS = ['server', 'obs', 'overlay', 'tablet'] as const;
export type Part = (typeof PARTS)[number];

/** What is killed, and what comes back, each in its order. */
export interface Pull {
  killed: readonly Part[];
  back: readonly Part[];
}

/** The part alone, and before each other; whoever comes back first. */
export function pullsFrom(first: Part): Pull[] {
  const others = PARTS.filter((part) => part !== first);
  return [
    { killed: [first], back: [first] },
    ...others.flatMap((then) => [
      { killed: [first, then], back: [first, then] },
      { killed: [first, then], back: [then, first] },
    ]),
  ];
}

/** Something with a plug. */
export interface Plug {
  /** Without a word. */
  kill(): Promise<void>;
  back(): Promise<void>;
}

/** The one overlay page, as the audience sees it. Names are those of guests. */
export interface Face extends Plug {
  /** What is on, in no order. */
  names(): Promise<string[]>;
  /** What came into sight since this was last asked. */
  came(): Promise<string[]>;
  /** Entrances that were played since it was last (back) there. */
  entrances(): Promise<number>;
}

const COMES_RIGHT_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 25;
/** Longer than the show. */
const LONG_MS = 600_000;
/** Over while the plug is out. */
const BRIEF_MS = 1000;
/** No two clocks of a busy machine are further apart. */
const CLOCKS_MS = 500;
const STAYS = { layer: 'lower-third', name: 'Ada' } as const;
const TIMED = { layer: 'title-card', name: 'Grace' } as const;
const BRIEF = { layer: 'question', name: 'Edith' } as const;
const HIDDEN = { layer: 'bug', name: 'Hedy' } as const;

/** A show of which any plug can be pulled: names on air, one that was on, a recording, a stream, and a look. */
export class Plugs {
  readonly #booth: Booth;
  readonly #plugs: Readonly<Record<Part, Plug>>;
  readonly #face: Face;
  readonly #guests = new Map([STAYS, TIMED, BRIEF, HIDDEN].map(({ name }) => [name as string, randomUUID()]));

  /** The booth's own first overlay and first tablet are the ones that are killed, unless others are handed in. */
  constructor(booth: Booth, { face, tablet }: { face: Face; tablet: Plug }) {
    this.#booth = booth;
    this.#face = face;
    this.#plugs = {
      server: { kill: () => booth.server.kill(), back: () => booth.server.start() },
      obs: { kill: () => booth.obs.kill(), back: () => booth.obs.start(false) },
      overlay: face,
      tablet,
    };
  }

  /** Kills and brings back; rejects with what is not as it was. */
  async pull({ killed, back }: Pull): Promise<void> {
    await this.#prepare();
    const before = this.#state['wanted:title-card']?.onAir?.offAt;
    const briefId = await this.#show(BRIEF, BRIEF_MS);
    const over = this.#state['wanted:question']?.onAir?.offAt ?? 0;
    await this.#face.came();

    for (const part of killed) await this.#plugs[part].kill();
    await this.#until('the time of a name is over', () => this.#tablet.now() > over + CLOCKS_MS);
    for (const part of back) await this.#plugs[part].back();

    await this.#until('all is on air again, and nothing else', () => this.#isAsItWas(briefId));
    const after = this.#state['wanted:title-card']?.onAir?.offAt;
    if (after !== before) throw new Error(`its time ends at ${after}, not at ${before}`);
    const came = (await this.#face.came()).sort().join();
    const mayCome = killed.includes('overlay') ? [STAYS.name, TIMED.name].join() : '';
    if (came !== mayCome) throw new Error(`came into sight: ${came}, not: ${mayCome}`);
    const entrances = killed.includes('overlay') ? await this.#face.entrances() : 0;
    if (entrances !== 0) throw new Error(`${entrances} entrances were played again`);
    await (killed.includes('obs') ? this.#resumes() : this.#goesOn());
    if (this.#booth.complaints.length > 0) throw new Error(this.#booth.complaints.join('\n'));
  }

  /** The one that is never killed. */
  get #tablet(): Tablet {
    const [, tablet] = this.#booth.tablets;
    if (tablet === undefined) throw new Error('there is no second tablet');
    return tablet;
  }

  get #state(): Partial<State> {
    return this.#tablet.state;
  }

  async #prepare(): Promise<void> {
    await this.#until('the tablet is ready', () => this.#tablet.isReady && this.#isConnected);
    for (const [name, guestId] of this.#guests) {
      if (`guest:${guestId}` in this.#state) continue;
      const person = { name, pronouns: '', title: '', organisation: '', part: 'guest' };
      await this.#tap('guest.add', { params: { guestId, ...person } });
      await this.#until('the guest is known', () => `guest:${guestId}` in this.#state);
    }
    await this.#until('the overlay is there', () => (this.#state.renderers?.length ?? 0) > 0);
    if (!this.#isOn(STAYS.layer)) await this.#show(STAYS, null);
    if (!this.#isOn(TIMED.layer)) await this.#show(TIMED, LONG_MS);
    await this.#hides(await this.#show(HIDDEN, null));
    const sceneId = this.#state.scenes?.[1]?.id ?? '';
    if (this.#state.program?.sceneId !== sceneId) await this.#tap('program.cut', { params: { sceneId } });
    if (this.#state.record?.state === 'off') await this.#tap('record.start', { params: {} });
    if (this.#state.stream?.state === 'off') await this.#tap('stream.start', { params: {} });
    await this.#until('the show runs', () => this.#runs(sceneId));
  }

  async #show({ layer, name }: { layer: Layer; name: string }, autoOffMs: number | null): Promise<string> {
    const instanceId = randomUUID();
    const content = { kind: 'guests', guestIds: [this.#guests.get(name)] };
    await this.#tap('graphic.show', { params: { layer, instanceId, content, autoOffMs, cut: false } });
    await this.#until(`${name} is on`, async () => {
      const isSeen = (await this.#face.names()).includes(name);
      return isSeen && this.#isOn(layer) && this.#state[`reported:${layer}`]?.instanceId === instanceId;
    });
    return instanceId;
  }

  async #hides(instanceId: string): Promise<void> {
    await this.#tap('graphic.hide', { params: { layer: HIDDEN.layer }, expect: { instanceId } });
    await this.#until('it is off', async () => !(await this.#face.names()).includes(HIDDEN.name));
  }

  /** On air, by the renderers' word, on this layer. */
  #isOn(layer: Layer): boolean {
    return this.#state[`reported:${layer}`]?.state === 'on' && this.#state[`wanted:${layer}`]?.onAir != null;
  }

  get #isConnected(): boolean {
    return this.#state.obs?.link === 'connected';
  }

  async #isAsItWas(briefId: string): Promise<boolean> {
    if (!this.#tablet.isReady || !this.#isConnected) return false;
    const isBriefOver =
      this.#state['wanted:question']?.onAir?.instanceId !== briefId && !this.#isOn(BRIEF.layer);
    const names = (await this.#face.names()).sort().join();
    const isWhole = names === [STAYS.name, TIMED.name].join();
    return isWhole && isBriefOver && this.#isOn(STAYS.layer) && this.#isOn(TIMED.layer);
  }

  /** OBS was not killed: nothing stopped, and nothing is offered. */
  async #goesOn(): Promise<void> {
    const sceneId = this.#state.scenes?.[1]?.id ?? '';
    await this.#until('recording and stream go on', () => this.#runs(sceneId));
    if (this.#state.resume != null) throw new Error('an offer to resume what runs');
  }

  /** OBS was killed: it does nothing by itself, and one hold brings all of it back. */
  async #resumes(): Promise<void> {
    await this.#until('an offer to resume', () => this.#state.resume?.record === true);
    const offer = this.#state.resume;
    const truth = await this.#booth.obs.truth();
    if (truth.record !== 'off' || truth.stream !== 'off')
      throw new Error(`went on by itself: ${JSON.stringify(truth)}`);
    if (offer?.stream !== true) throw new Error(`offered: ${JSON.stringify(offer)}`);
    await this.#tap('outputs.resume', { params: {}, expect: { offerId: offer.offerId } });
    const sceneId = this.#state.scenes?.[1]?.id ?? '';
    await this.#until('recording, stream and look are resumed', () => this.#runs(sceneId));
  }

  async #runs(sceneId: string): Promise<boolean> {
    const { program, record, stream, scenes } = this.#state;
    if (program?.sceneId !== sceneId || record?.state !== 'on' || stream?.state !== 'on') return false;
    const truth = await this.#booth.obs.truth();
    const scene = scenes?.find(({ id }) => id === sceneId)?.name;
    return truth.scene === scene && truth.record === 'on' && truth.stream === 'on';
  }

  async #tap(name: CommandName, act: Act): Promise<void> {
    this.#tablet.tap(name, [act], 'once');
    const sent = this.#booth.log.sent.at(-1);
    await this.#until(`a reply to ${name}`, () => (sent?.replies.length ?? 0) > 0);
    const [reply] = sent?.replies ?? [];
    if (reply?.ok !== true) throw new Error(`${name}: ${JSON.stringify(reply)}`);
  }

  /** For whoever reads why it failed. */
  async #told(): Promise<string> {
    const { obs, renderers, resume, record, stream, program, currentTake } = this.#state;
    const layers = [STAYS, TIMED, BRIEF, HIDDEN].map(({ layer }) => [
      this.#state[`wanted:${layer}`]?.onAir?.instanceId,
      this.#state[`reported:${layer}`],
    ]);
    const names = await this.#face.names();
    const isReady = this.#tablet.isReady;
    const seen = { isReady, names, layers, obs, renderers, resume, record, stream, program, currentTake };
    return [JSON.stringify(seen), ...this.#booth.complaints].join('\n');
  }

  async #until(what: string, is: () => boolean | Promise<boolean>): Promise<void> {
    const deadline = Date.now() + COMES_RIGHT_WITHIN_MS;
    while (!(await is())) {
      if (Date.now() > deadline)
        throw new Error(`not within ${COMES_RIGHT_WITHIN_MS} ms: ${what}\n${await this.#told()}`);
      await pause(LOOK_EVERY_MS);
    }
  }
}
