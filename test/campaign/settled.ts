import { isDeepStrictEqual } from 'node:util';
import { LAYERS, type Layer } from '../../server/protocol/codes.js';
import { SLICES, nounOf, type SliceKey, type State } from '../../server/protocol/slices.js';
import type { Booth } from './booth.js';
import type { Truth } from './obs.js';
import type { Tablet } from './tablet.js';

/** Until somebody sets them they are the program's own, and not on disk. */
const DEFAULTS: ReadonlySet<string> = new Set(['theme', 'mode', 'seats']);
/** When a graphic must be gone after its time is over, in ms. */
const OVERDUE_MS = 3000;

/**
 * What is not yet as it must become once nothing is under way; empty when all is. Asked again and again until it is, or
 * until its time is over.
 */
export async function unsettled(booth: Booth): Promise<string[]> {
  const { server, tablets, overlays, isObsThere, isDiskFull } = booth;
  if (!server.isAlive) return ['the server is away'];
  const late = [...tablets, ...overlays].filter((client) => client.isOnline && !client.isReady);
  if (late.length > 0) return late.map(({ name }) => `${name} is not in step`);
  const { witness } = booth;
  if (witness === undefined) return [];
  const truth = isObsThere ? await booth.obs.truth() : null;
  const { state } = witness;
  return [
    ...unanswered(booth),
    ...(truth === null ? [] : againstObs(state, truth)),
    ...onAir(booth, state, witness.now()),
    ...apart(witness, tablets),
    ...(isDiskFull ? [] : againstDisk(booth, state)),
  ];
}

/** A command has its reply, unless its connection is gone. */
function unanswered({ log }: Booth): string[] {
  return log
    .open()
    .filter(({ by, generation }) => by.isOnline && by.generation === generation)
    .map(({ frame, by }) => `${by.name} has no reply to ${frame.name}`);
}

/** Tablets show what OBS says of itself. */
function againstObs({ obs, program, record, stream, pending, ...state }: Partial<State>, truth: Truth) {
  const claims: [string, unknown, unknown][] = [
    ['link', obs?.link, 'connected'],
    ['program', state.scenes?.find(({ id }) => id === program?.sceneId)?.name, truth.scene],
    ['going to', program?.goingTo ?? null, null],
    ['record', record?.state, truth.record],
    ['stream', stream?.state, truth.stream],
    ['busy', pending?.map(({ name }) => name), []],
    ['session', state.currentStream?.sessionId != null, truth.stream === 'on'],
  ];
  const takeId = state.currentTake?.takeId;
  const take = takeId == null ? undefined : state[`take:${takeId}`];
  if (truth.record === 'off') claims.push(['current take', takeId, null]);
  // Who missed OBS saying it learns it at the end: this OBS cannot be asked for it.
  else
    claims.push(
      ['file of the take', take?.path ?? truth.path, truth.path],
      ['a take', take !== undefined, true],
    );
  const wanted = state.outputsWanted;
  const isCut =
    (wanted?.record != null && truth.record === 'off') || (wanted?.stream != null && truth.stream === 'off');
  if (isCut) claims.push(['an offer to resume', state.resume != null, true]);
  return claims
    .filter(([, shown, is]) => !isDeepStrictEqual(shown, is))
    .map(([what, shown, is]) => `${what}: shown ${JSON.stringify(shown)}, is ${JSON.stringify(is)}`);
}

/** Overlays show what is wanted, and the server reports what they show. */
function onAir({ overlays, isDiskFull }: Booth, state: Partial<State>, now: number): string[] {
  const online = overlays.filter(({ isOnline }) => isOnline);
  if (online.length === 0 || isDiskFull) return [];
  return LAYERS.flatMap((layer) => {
    const wanted = state[`wanted:${layer}`]?.onAir ?? null;
    const reported = state[`reported:${layer}`];
    const seen = reported?.state === 'on' ? reported.instanceId : null;
    const isOverdue = wanted?.offAt != null && wanted.offAt + OVERDUE_MS < now;
    const shown = online.map((overlay) => overlay.on(layer));
    const is = wanted?.instanceId ?? null;
    return [
      ...(isOverdue ? [`${layer} should be off by its time`] : []),
      ...(shown.some((one) => one !== is) ? [`${layer}: wanted ${is}, on ${shown.join()}`] : []),
      ...(seen !== is ? [`${layer}: wanted ${is}, reported ${seen}`] : []),
    ];
  });
}

/** Tablets at the same point have the same picture. */
function apart(witness: Tablet, tablets: readonly Tablet[]): string[] {
  return tablets
    .filter(({ isOnline, seq }) => isOnline && seq === witness.seq)
    .filter(({ state }) => !isDeepStrictEqual(state, witness.state))
    .map(({ name }) => `${name} shows something else than ${witness.name}`);
}

/** What would be lost by a kill is what nobody was told of. */
function againstDisk({ server }: Booth, state: Partial<State>): string[] {
  const disk = server.onDisk();
  if (disk === null) return ['the show file cannot be read'];
  const keys = (Object.keys(state) as SliceKey[]).filter(
    (key) => SLICES[nounOf(key)].storage === 'persisted',
  );
  const differing = keys
    .filter((key) => disk.has(key) || !DEFAULTS.has(key))
    .filter((key) => !isDeepStrictEqual(disk.get(key), state[key]));
  return differing.map((key) => `${key} is not on disk as it is shown`);
}

/** What is on air by the overlays' own word; null where none of them is there to say. */
export function airOf({ overlays }: Booth): ReadonlyMap<Layer, string> | null {
  const online = overlays.find(({ isOnline, isReady }) => isOnline && isReady);
  if (online === undefined) return null;
  return new Map(
    LAYERS.flatMap((layer) => (online.on(layer) === null ? [] : [[layer, online.on(layer) ?? '']])),
  );
}
