import { PANEL } from '../../server/protocol/panelTexts.js';
import type { Transition } from '../../server/protocol/slices.js';

/** A transition in words: its name, and how long it lasts where it can be set. */
export function describeTransition({ name, durationMs }: Pick<Transition, 'name' | 'durationMs'>): string {
  return durationMs === null ? name : `${name} ${PANEL.studio.lasting(durationMs)}`;
}
