import { randomUUID } from 'node:crypto';
import { HOUSE_DEVICE } from '../../protocol/codes.js';
import type { SoundInput } from '../../protocol/slices.js';
import type { Alerts } from '../alerts.js';
import type { Floor } from '../handler.js';
import type { Log } from '../log.js';
import { openLooks } from '../looks.js';
import { Refusal } from '../refusal.js';
import { follow, type Shot } from './following.js';
import { mute } from './muting.js';
import { hold, isHeld } from './strips.js';

/** A mute that OBS shows within this time after we asked for it is ours, in ms. */
const OURS_MS = 3000;

interface Asked {
  isMuted: boolean;
  at: number;
}

/**
 * Sound follows the look: mics that the look on program names are opened and closed when it comes, and only then. A mute
 * by anybody's hand, here or in OBS, is held: no look opens it until a hand does, and an OBS that died and comes back with
 * it open is muted again. Nothing else is changed by a start or a reconnection.
 */
export class SoundFollower {
  readonly #floor: Floor;
  readonly #alerts: Alerts;
  readonly #log: Log;
  /** Where the mics have followed to; null until program was seen. */
  #shot: (Shot & { collection: string }) | null = null;
  /** Mics that were opened for a shot that is only coming. */
  #openedEarly = new Set<string>();
  /** What we asked of mics and OBS has not shown yet, oldest first. */
  readonly #asked = new Map<string, readonly Asked[]>();
  #muted: ReadonlyMap<string, boolean> = new Map();

  constructor(options: { floor: Floor; alerts: Alerts; log: Log }) {
    this.#floor = options.floor;
    this.#alerts = options.alerts;
    this.#log = options.log;
  }

  /** After what keeps the strips. */
  start(): void {
    this.#floor.store.subscribe(({ set, gone }) => {
      if ('sound' in set || gone.includes('sound')) this.#noticeHands();
      if ('program' in set || 'obs' in set || gone.includes('program')) this.#follow();
    });
  }

  /** A change that we did not ask for was somebody's hand. */
  #noticeHands(): void {
    const { state } = this.#floor.store;
    const before = this.#muted;
    const inputs = state.sound ?? [];
    this.#muted = new Map(inputs.map(({ id, isMuted }) => [id, isMuted]));
    for (const { id, isMuted } of inputs) {
      const was = before.get(id);
      if (was === isMuted) continue;
      if (was === undefined) {
        this.#find(id, isMuted);
        continue;
      }
      const isOurs = this.#answer(id, isMuted);
      if (!isOurs) this.#openedEarly.delete(id);
      // What somebody opened is held no longer.
      if (!isMuted) hold(this.#floor.store, id, false);
      else if (!isOurs) hold(this.#floor.store, id, true);
    }
  }

  /** It was out of sight until now: nobody was seen to mute it or to open it, so what a hand did last still counts. */
  #find(id: string, isMuted: boolean): void {
    this.#answer(id, isMuted);
    this.#openedEarly.delete(id);
    if (isMuted || !isHeld(this.#floor.store.state, id)) return;
    const name = this.#input(id)?.name ?? null;
    this.#alerts.pass({ code: 'mic-came-open', params: { name }, subject: `open:${id}` });
    this.#ask(id, true);
  }

  /** OBS shows this now. True: we asked for it a moment ago; what was asked before it is past then, seen or not. */
  #answer(id: string, isMuted: boolean): boolean {
    const asked = this.#askedOf(id);
    const at = asked.findIndex((it) => it.isMuted === isMuted);
    this.#remember(id, at < 0 ? [] : asked.slice(at + 1));
    return at >= 0;
  }

  /** What OBS may still show. */
  #askedOf(id: string): readonly Asked[] {
    const since = this.#floor.clock.now() - OURS_MS;
    return this.#asked.get(id)?.filter(({ at }) => at > since) ?? [];
  }

  #remember(id: string, asked: readonly Asked[]): void {
    if (asked.length === 0) this.#asked.delete(id);
    else this.#asked.set(id, asked);
  }

  #follow(): void {
    const { program, obs } = this.#floor.store.state;
    const collection = obs?.collection ?? null;
    const before = this.#shot;
    if (program === undefined || program.sceneId === null || collection === null) {
      this.#shot = null;
      this.#openedEarly.clear();
      return;
    }
    const now = { on: program.sceneId, coming: program.goingTo?.sceneId ?? null, collection };
    this.#shot = now;
    // Another collection is no other look: what OBS has there is shown as it is.
    if (before === null || before.collection !== collection) return this.#openedEarly.clear();
    if (before.on === now.on && before.coming === now.coming) return;
    const looks = openLooks(this.#floor.store.state);
    const { wishes, openedEarly } = follow(before, now, {
      of: (sceneId) => looks.find(({ scene }) => scene.id === sceneId)?.mics ?? {},
      mayOpen: (id) => this.#input(id)?.isMuted === true && !isHeld(this.#floor.store.state, id),
      openedEarly: this.#openedEarly,
    });
    this.#openedEarly = new Set(openedEarly);
    for (const [id, wish] of wishes) this.#ask(id, wish === 'closed');
  }

  #input(id: string): SoundInput | undefined {
    return this.#floor.store.state.sound?.find((input) => input.id === id);
  }

  #ask(inputId: string, isMuted: boolean): void {
    const { store, clock } = this.#floor;
    const input = this.#input(inputId);
    if (input === undefined) return;
    const asked = this.#askedOf(inputId);
    // What another look asked for the other way comes true in a moment, whatever OBS shows now.
    if (input.isMuted === isMuted && asked.every((it) => it.isMuted === isMuted)) return;
    if (!isMuted && isHeld(store.state, inputId)) return;
    const at = clock.now();
    const ours: Asked = { isMuted, at };
    this.#remember(inputId, [...asked, ours]);
    const undo = () =>
      this.#remember(
        inputId,
        this.#askedOf(inputId).filter((it) => it !== ours),
      );
    mute(this.#floor, {
      inputId,
      isMuted,
      commandId: randomUUID(),
      deviceId: HOUSE_DEVICE,
      askedAt: at,
      undo,
    }).catch((error: unknown) => {
      undo();
      if (!(error instanceof Refusal)) this.#log('error', 'A mic could not follow the look.', error);
      // A hand was newer: it has its own answer.
      else if (error.code !== 'superseded') {
        const code = isMuted ? 'mute-unconfirmed' : 'open-unconfirmed';
        this.#alerts.pass({ code, params: { name: input.name }, subject: `mute:${inputId}` });
      }
    });
  }
}
