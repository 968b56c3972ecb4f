import type { Handler } from '../handler.js';
import { Refusal } from '../refusal.js';

/** Set-up, rehearsal or show. A rehearsal is not streamed, so it does not begin while the show is live. */
export const set: Handler<'mode.set'> = ({ store, clock }, { params: { mode } }) => {
  const { mode: before, stream, currentStream, pending } = store.state;
  if (before?.mode === mode) return;
  const isLive = (stream !== undefined && stream.state !== 'off') || currentStream?.sessionId != null;
  const isAsked = pending?.some(({ target }) => target === 'stream');
  if (mode === 'rehearsal' && (isLive || isAsked)) throw new Refusal('stream-runs');
  store.commit({ set: { mode: { mode, since: clock.now() } } });
};
