import { PLACE_KEYS } from '../../server/protocol/codes.js';
import { PANEL } from '../../server/protocol/panelTexts.js';
import { LIVE_ACTIONS, lookAction, type ActionId } from './actions.js';

/** What an action is called where its keys are chosen. */
export function wordOf(action: ActionId): string {
  const words = PANEL.keys;
  const live = LIVE_ACTIONS.find((it) => it === action);
  if (live !== undefined) return words.actions[live];
  const key = PLACE_KEYS.find((it) => lookAction(it, 'tap') === action || lookAction(it, 'other') === action);
  const place = key ?? '';
  return action.startsWith('other') ? words.otherLook(place) : words.look(place);
}
