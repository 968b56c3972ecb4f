import { randomUUID } from 'node:crypto';
import { LAYERS, MODES, PLACE_KEYS } from '../../server/protocol/codes.js';
import type { CommandMessage, CommandName } from '../../server/protocol/commands.js';
import type { Guest, Look, State } from '../../server/protocol/slices.js';

/** What a command carries. */
export interface Act {
  params: unknown;
  expect?: unknown;
}

type Seen = Readonly<Partial<State>>;
type ActOf<N extends CommandName> = Pick<CommandMessage<N>, 'params' | 'expect'>;

const NAMES = ['Ada', 'Grace Hopper', 'محمد', '李小龍', '<b>Eve</b>', '👩‍🚀 Zoë', 'O’Neill & Söhne'];

/** What somebody who sees this could ask for by this command; null where there is nothing to ask it of. */
const ACTS: { [N in CommandName]?: (seen: Seen, n: number) => ActOf<N> | null } = {
  'program.cut': (seen, n) => to(pick(seen.scenes, n), ({ id }) => ({ params: { sceneId: id } })),
  'preview.set': (seen, n) => to(pick(looksOf(seen), n), ({ id }) => ({ params: { lookId: id } })),
  'studio.set': (_, n) => ({ params: { isOn: n % 2 === 0 } }),
  'transition.take': (seen, n) =>
    to(seen.studio?.previewId, (sceneId) => ({ params: { isStraight: n % 2 === 0 }, expect: { sceneId } })),
  'transition.set': (seen, n) =>
    to(pick(seen.transition?.choices, n), ({ name }) => ({ params: { name, durationMs: null } })),
  'show.safe': () => ({ params: {} }),
  'show.back': (seen) => to(seen.safe?.backTo, (sceneId) => ({ params: {}, expect: { sceneId } })),
  'look.change': (seen, n) =>
    to(pick(looksOf(seen), n), ({ id }) => ({
      params: { lookId: id, change: { key: pick(PLACE_KEYS, n) ?? null, isHolding: n % 3 === 0 } },
    })),
  'look.move': (seen, n) =>
    to(pick(looksOf(seen), n), ({ id }) => ({ params: { lookId: id, place: n % 7 } })),
  'graphic.show': (seen, n) =>
    to(pick(guestsOf(seen), n), ({ id }) => ({
      params: { layer: layer(n), ...instanceOf(id), autoOffMs: n % 4 === 0 ? 1500 : null, cut: n % 3 === 0 },
    })),
  'graphic.update': (seen, n) =>
    to(shownOf(seen, n), (instanceId) =>
      to(pick(guestsOf(seen), n), ({ id }) => ({
        params: { layer: layer(n), content: { kind: 'guests', guestIds: [id] } },
        expect: { instanceId },
      })),
    ),
  'graphic.hide': (seen, n) =>
    to(shownOf(seen, n), (instanceId) => ({ params: { layer: layer(n) }, expect: { instanceId } })),
  'graphic.arm': (seen, n) =>
    to(pick(guestsOf(seen), n), ({ id }) => ({
      params: { layer: layer(n), next: { ...instanceOf(id), autoOffMs: null, cut: false } },
    })),
  'graphic.clearAll': () => ({ params: {} }),
  'record.start': () => ({ params: {} }),
  'record.stop': (seen) => ofTake(seen),
  'record.pause': (seen) => ofTake(seen),
  'record.resume': (seen) => ofTake(seen),
  'record.split': (seen) => ofTake(seen),
  'record.chapter': (seen, n) =>
    to(ofTake(seen), ({ expect }) => ({ params: { name: pick(NAMES, n) ?? '' }, expect })),
  'stream.start': () => ({ params: {} }),
  'stream.stop': (seen) =>
    to(seen.currentStream?.sessionId, (sessionId) => ({ params: {}, expect: { sessionId } })),
  'outputs.resume': (seen) => ofOffer(seen),
  'outputs.decline': (seen) => ofOffer(seen),
  'mode.set': (_, n) => to(pick(MODES, n), (mode) => ({ params: { mode } })),
  'replay.start': () => ({ params: {} }),
  'replay.stop': () => ({ params: {} }),
  'replay.save': () => ({ params: {} }),
  'virtualCamera.set': (_, n) => ({ params: { isOn: n % 2 === 0 } }),
  'mark.add': () => ({ params: { markId: randomUUID(), note: 'here' } }),
  'guest.add': (_, n) => ({ params: { guestId: randomUUID(), ...person(n) } }),
  'guest.change': (seen, n) =>
    to(pick(guestsOf(seen), n), ({ id }) => ({ params: { guestId: id, ...person(n + 1) } })),
  'guest.remove': (seen, n) => to(pick(guestsOf(seen), n), ({ id }) => ({ params: { guestId: id } })),
  'seats.set': (seen, n) =>
    to(pick(guestsOf(seen), n), ({ id }) => ({ params: { guestIds: n % 5 === 0 ? [] : [id] } })),
  'sound.mute': (seen, n) =>
    to(pick(seen.sound, n), ({ id }) => ({ params: { inputId: id, isMuted: n % 2 === 0 } })),
  'sound.fader': (seen, n) =>
    to(pick(seen.sound, n), ({ id }) => ({ params: { inputId: id, db: -(n % 40), isFinal: n % 2 === 0 } })),
  'strip.show': (seen, n) =>
    to(pick(seen.sound, n), ({ id }) => ({ params: { inputId: id, isShown: n % 2 === 0 } })),
  'strip.move': (seen, n) => to(pick(seen.sound, n), ({ id }) => ({ params: { inputId: id, place: n % 5 } })),
};

/** Commands that a campaign gives. */
export const ACT_NAMES = Object.keys(ACTS) as CommandName[];

/** One of this name, as `n` picks it; null where there is nothing to ask it of. */
export function actOf(name: CommandName, seen: Seen, n: number): Act | null {
  return ACTS[name]?.(seen, n) ?? null;
}

function pick<T>(list: readonly T[] | undefined, n: number): T | undefined {
  return list === undefined || list.length === 0 ? undefined : list[n % list.length];
}

function to<T, R>(value: T | null | undefined, then: (value: T) => R | null): R | null {
  return value === null || value === undefined ? null : then(value);
}

function layer(n: number) {
  return LAYERS[n % LAYERS.length] ?? 'lower-third';
}

function instanceOf(guestId: string) {
  return {
    instanceId: randomUUID(),
    content: { kind: 'guests' as const, guestIds: [guestId] },
  };
}

function shownOf(seen: Seen, n: number): string | undefined {
  return seen[`wanted:${layer(n)}`]?.onAir?.instanceId;
}

function ofTake(seen: Seen) {
  return to(seen.currentTake?.takeId, (takeId) => ({ params: {}, expect: { takeId } }));
}

function ofOffer(seen: Seen) {
  return to(seen.resume?.offerId, (offerId) => ({ params: {}, expect: { offerId } }));
}

function person(n: number) {
  return {
    name: pick(NAMES, n) ?? 'Ada',
    pronouns: '',
    title: 'Engineer',
    organisation: '',
    part: 'guest' as const,
  };
}

function guestsOf(seen: Seen): Guest[] {
  const guests = all(seen, 'guest:', (key): Guest | undefined => seen[key as `guest:${string}`]);
  return guests.sort((a, b) => a.addedAt - b.addedAt);
}

function looksOf(seen: Seen): Look[] {
  const looks = all(seen, 'look:', (key): Look | undefined => seen[key as `look:${string}`]);
  return looks.sort((a, b) => a.place - b.place);
}

function all<T>(seen: Seen, prefix: string, read: (key: string) => T | undefined): T[] {
  const keys = Object.keys(seen).filter((key) => key.startsWith(prefix));
  return keys.flatMap((key) => read(key) ?? []);
}
