import type { RefusalCode } from '../../protocol/codes.js';
import { Refusal } from '../../show/refusal.js';
import { CallFailed } from '../failure.js';

/** obs-websocket's codes that mean one thing to the crew. */
const MEANINGS: ReadonlyMap<number, RefusalCode> = new Map([
  [500, 'already-recording'],
  [501, 'not-recording'],
  [502, 'already-paused'],
  [503, 'not-paused'],
  [506, 'studio-off'],
]);

/** What was asked for is not there. */
const NOT_FOUND = 600;

const REASONS: ReadonlyMap<number, string> = new Map([
  [203, 'this OBS does not know the request'],
  [204, 'this OBS does not know the request'],
  [207, 'it is loading or changing its scenes'],
]);

/**
 * The refusal that a failed call means; what is no failed call is a bug and comes back as it is. A call that was sent
 * when the link died may have been done, so it is `obs-timeout` like one that was not answered. `request` is what was
 * asked, null where that was no single one.
 */
export function refusalOf(error: unknown, request: string | null): unknown {
  if (!(error instanceof CallFailed)) return error;
  const { ending } = error;
  switch (ending.kind) {
    case 'no-answer':
    case 'link-lost':
      return new Refusal('obs-timeout');
    case 'not-sent':
      return new Refusal('obs-away');
    case 'refused': {
      if (ending.code === NOT_FOUND) return new Refusal(goneOf(request));
      const meaning = MEANINGS.get(ending.code);
      if (meaning !== undefined) return new Refusal(meaning);
      const reason = REASONS.get(ending.code) ?? (ending.comment || `code ${ending.code}`);
      return new Refusal('obs-refused', { reason });
    }
    default:
      return ending satisfies never;
  }
}

/** What it was that is not there. */
function goneOf(request: string | null): RefusalCode {
  if (request === null) return 'scene-gone';
  if (request === 'SetCurrentSceneTransition') return 'transition-gone';
  return /Input/.test(request) ? 'input-gone' : 'scene-gone';
}
