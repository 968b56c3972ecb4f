import type { State } from './protocol/slices.js';

/** What a show is before anybody changed anything in it. */
export function newShow(now: number): Partial<State> {
  return {
    theme: { accent: '#ffd43b', plate: '#101820', ink: '#ffffff', muted: '#b9c6d2' },
    mode: { mode: 'set-up', since: now },
    seats: { guestIds: [] },
    pending: [],
    renderers: [],
    alerts: [],
    invites: [],
  };
}
