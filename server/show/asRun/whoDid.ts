import type { Airing, Doer } from '../../protocol/asRun.js';
import { HOUSE_DEVICE, type Layer } from '../../protocol/codes.js';
import type { PendingCommand, State } from '../../protocol/slices.js';
import { wantedOn } from '../layers.js';
import { placeOf, type Sight } from './onAir.js';

type Readable = Readonly<Partial<State>>;
type Begun = Airing['begun'];
type Ended = NonNullable<Airing['ended']>;

/** What a change is judged by: the state after it, and what was waited for until then, the newest last. */
export interface Change {
  state: Readable;
  asked: readonly PendingCommand[];
  /** When program was found as it was, after OBS had been out of sight. */
  foundAt: number | null;
}

const FOUND: Begun = { how: 'found', by: null };

/** A device by the name that it has; '' for one that is paired no more. The house is none. */
export function doerOf(state: Readable, deviceId: string | null): Doer {
  if (deviceId === null || deviceId === HOUSE_DEVICE) return null;
  return { id: deviceId, name: state[`device:${deviceId}`]?.name ?? '' };
}

/** How it came on air, in place of `before`, which is null where nobody knew of anything there. */
export function begunBy(
  { state, asked, foundAt }: Change,
  { place, subject }: Sight,
  before: Airing | null,
): Begun {
  if (place === 'safe') return safeBegun(state, foundAt);
  if (place === 'program') {
    return before === null ? FOUND : (byDevice(state, cutTo(asked, subject)) ?? { how: 'obs', by: null });
  }
  if (before?.subject === subject) return { how: 'corrected', by: null };
  const shown = about(asked, place).find(({ name }) => name === 'graphic.show');
  return byDevice(state, shown?.deviceId ?? null) ?? FOUND;
}

/** What ended a line, now that `after` is in its place, or nothing. */
export function endedBy(change: Change, line: Airing, after: Sight | null): Ended {
  const place = placeOf(line);
  if (place !== 'program' && place !== 'safe') return graphicEnded(change, { line, layer: place, after });
  const { program } = change.state;
  if (program === undefined) return { how: 'obs-away', by: null };
  const deviceId = cutTo(change.asked, program.sceneId);
  return deviceId === null ? { how: 'obs', by: null } : { how: 'cut', by: doerOf(change.state, deviceId) };
}

function graphicEnded(
  { state, asked }: Change,
  { line, layer, after }: { line: Airing; layer: Layer; after: Sight | null },
): Ended {
  if (after?.subject === line.subject) return { how: 'corrected', by: null };
  const reported = state[`reported:${layer}`];
  const itsState = reported?.instanceId === line.subject ? reported.state : null;
  // The last word on it stands, so it is the pages that are gone.
  if (itsState === 'on') return { how: 'renderer-lost', by: null };
  if (itsState === 'failed') return { how: 'failed', by: null };
  const [command] = about(asked, layer);
  if (command !== undefined) return endedByCommand(state, command);
  const isReplaced = after !== null || wantedOn(state, layer).onAir !== null;
  return { how: isReplaced ? 'replaced' : 'unknown', by: null };
}

function endedByCommand(state: Readable, { name, deviceId }: PendingCommand): Ended {
  const by = doerOf(state, deviceId);
  if (deviceId === HOUSE_DEVICE) return { how: 'auto-off', by };
  if (name === 'graphic.clearAll') return { how: 'all-off', by };
  if (name === 'show.safe') return { how: 'safe', by };
  return { how: name === 'graphic.show' ? 'replaced' : 'hidden', by };
}

/** What was safe before OBS was in sight again is so without anybody's tap. */
function safeBegun(state: Readable, foundAt: number | null): Begun {
  const { safe } = state;
  if (safe == null || (foundAt !== null && safe.since < foundAt)) return FOUND;
  return byDevice(state, safe.askedBy) ?? FOUND;
}

function byDevice(state: Readable, deviceId: string | null): Begun | null {
  return deviceId === null ? null : { how: 'device', by: doerOf(state, deviceId) };
}

/** Who asked for that scene, by its name or by TAKE. */
function cutTo(asked: readonly PendingCommand[], sceneId: string | null): string | null {
  const targets: readonly string[] = [`scene:${sceneId}`, 'take'];
  return asked.findLast(({ target }) => targets.includes(target))?.deviceId ?? null;
}

/** What was asked for a layer, the newest first. */
function about(asked: readonly PendingCommand[], layer: Layer): PendingCommand[] {
  return asked.filter(({ target }) => target === `layer:${layer}`).reverse();
}
