import { MARK_LEAD_MS } from '../../protocol/codes.js';
import type { Mark } from '../../protocol/slices.js';
import type { Handler } from '../handler.js';
import { slice } from '../store.js';
import { streamedThen, takenThen } from '../then.js';

/**
 * Marks the moment of the press, which may be long ago: then the device was offline. A repeat marks nothing twice, and
 * no clock of a device marks what has not happened yet.
 */
export const add: Handler<'mark.add'> = ({ store, clock }, { params: { markId, note }, issuedAt }) => {
  if (store.state[`mark:${markId}`] !== undefined) return;
  const at = Math.min(issuedAt, clock.now());
  const mark: Mark = {
    id: markId,
    at,
    leadMs: MARK_LEAD_MS,
    takeId: takenThen(store.state, at),
    streamSessionId: streamedThen(store.state, at),
    note: note ?? '',
  };
  store.commit({ set: slice(`mark:${markId}`, mark) }, { flush: true });
};
