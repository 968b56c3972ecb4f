import { STICKY_LAYERS, type Layer } from '../../protocol/codes.js';
import type { CommandName, CommandParams } from '../../protocol/commands.js';
import type { Instance, State } from '../../protocol/slices.js';
import type { Actor } from '../actor.js';
import { resolve } from '../content.js';
import type { Floor, Handler } from '../handler.js';
import { leavingFrom, seenOn, wantedLayers, wantedOn } from '../layers.js';
import { Refusal } from '../refusal.js';
import { slice } from '../store.js';

/** Longest that an old graphic may take to leave and a new one to load and come. */
const SHOW_DEADLINE_MS = 5000;
const HIDE_DEADLINE_MS = 3000;

/** Puts a graphic on air. Without a living renderer it is refused, and not remembered. */
export const show: Handler<'graphic.show'> = async (floor, command, actor) => {
  const { store, pending } = floor;
  const { layer } = command.params;
  if (!hasAirRenderer(store.state, layer)) throw new Refusal('no-renderer');
  const instance = instanceOf(store.state, command.params);
  const { instanceId } = instance;
  const expectation = {
    commandId: command.id,
    name: command.name,
    target: `layer:${layer}`,
    slot: `layer:${layer}`,
    deviceId: actor.deviceId,
    done: (state: Readonly<Partial<State>>) => {
      const reported = state[`reported:${layer}`];
      return reported?.instanceId === instanceId && reported.state === 'on';
    },
    failed: (state: Readonly<Partial<State>>) => {
      const reported = state[`reported:${layer}`];
      return reported?.instanceId === instanceId && reported.state === 'failed' ? 'graphic-failed' : null;
    },
    underWay: () => false,
    deadlineMs: SHOW_DEADLINE_MS,
    lookAgain: () => Promise.resolve(),
    code: 'show-unconfirmed',
    undo: () => takeOff(floor, layer, instanceId),
  } as const;
  await pending.run(expectation, () => {
    const { armed } = wantedOn(store.state, layer);
    const leaving = leavingFrom(store.state, layer);
    const isArmed = armed?.instanceId === instanceId;
    const next = { layer, onAir: instance, armed: isArmed ? null : armed, leaving };
    // A full disk must not keep a name from the air: the alert says that a restart would lose it.
    store.observe({ set: slice(`wanted:${layer}`, next) });
    return Promise.resolve();
  });
};

/** Corrects what is on air, a typo say, without animating it in again or moving it to where the next one would sit. */
export const update: Handler<'graphic.update'> = ({ store }, { params: { layer, content }, expect }) => {
  const wanted = wantedOn(store.state, layer);
  if (wanted.onAir === null) throw new Refusal('not-on-air');
  if (wanted.onAir.instanceId !== expect.instanceId) throw new Refusal('changed');
  const { graphic, guestIds, data } = resolve(store.state, content);
  const onAir = {
    ...wanted.onAir,
    graphic,
    guestIds,
    data: { ...data, place: wanted.onAir.data.place },
    revision: wanted.onAir.revision + 1,
  };
  store.observe({ set: slice(`wanted:${layer}`, { ...wanted, onAir }) });
};

/** Takes off air what its sender saw there; also what only a renderer still shows. */
export const hide: Handler<'graphic.hide'> = async (floor, command, actor) => {
  const { layer } = command.params;
  const wanted = wantedOn(floor.store.state, layer).onAir?.instanceId ?? null;
  const there = wanted ?? seenOn(floor.store.state, layer);
  if (there === null) throw new Refusal('not-on-air');
  if (there !== command.expect.instanceId) throw new Refusal('changed');
  await leave(floor, layer, command, actor);
};

/** Prepares what is shown next, or with null nothing. */
export const arm: Handler<'graphic.arm'> = ({ store }, { params: { layer, next } }) => {
  const armed = next === null ? null : instanceOf(store.state, next);
  store.observe({ set: slice(`wanted:${layer}`, { ...wantedOn(store.state, layer), armed }) });
};

/** Everything off air but what is sticky. */
export const clearAll: Handler<'graphic.clearAll'> = (floor, command, actor) =>
  takeAllOff(floor, command, actor);

/** The same for another command that wants it. */
export async function takeAllOff(
  floor: Floor,
  command: { id: string; name: CommandName },
  actor: Actor,
): Promise<void> {
  const { state } = floor.store;
  const layers = wantedLayers(state)
    .filter(({ layer }) => !STICKY_LAYERS.includes(layer))
    .filter(({ layer, onAir }) => onAir !== null || seenOn(state, layer) !== null);
  for (const { layer } of layers) await leave(floor, layer, command, actor);
}

/** Takes a layer off air and waits until the renderers say so. A disk that refuses must not keep anything on air. */
export async function leave(
  floor: Floor,
  layer: Layer,
  command: { id: string; name: CommandName },
  actor: Actor,
): Promise<void> {
  const { store, pending } = floor;
  await pending.run(
    {
      commandId: command.id,
      name: command.name,
      target: `layer:${layer}`,
      slot: `layer:${layer}`,
      deviceId: actor.deviceId,
      done: (state) => seenOn(state, layer) === null,
      failed: () => null,
      underWay: () => false,
      deadlineMs: HIDE_DEADLINE_MS,
      lookAgain: () => Promise.resolve(),
      code: 'hide-unconfirmed',
      undo: () => undefined,
    },
    () => {
      const { armed } = wantedOn(store.state, layer);
      const leaving = leavingFrom(store.state, layer);
      store.observe({ set: slice(`wanted:${layer}`, { layer, onAir: null, armed, leaving }) });
      return Promise.resolve();
    },
  );
}

function instanceOf(
  state: Readonly<Partial<State>>,
  asked: Omit<CommandParams<'graphic.show'>, 'layer'>,
): Instance {
  const { instanceId, content, autoOffMs, cut } = asked;
  return { instanceId, ...resolve(state, content), revision: 0, cut, autoOffMs, offAt: null };
}

/** Our wish did not come true: nobody may see it come up later. */
function takeOff({ store }: Floor, layer: Layer, instanceId: string): void {
  const wanted = wantedOn(store.state, layer);
  if (wanted.onAir?.instanceId !== instanceId) return;
  const leaving = leavingFrom(store.state, layer);
  store.observe({ set: slice(`wanted:${layer}`, { ...wanted, onAir: null, leaving }) });
}

function hasAirRenderer({ renderers = [] }: Readonly<Partial<State>>, layer: Layer): boolean {
  return renderers.some(({ kind, alive, layers }) => kind === 'air' && alive && layers.includes(layer));
}
