import type { LookChange } from '../../server/protocol/commands.js';
import type { Look } from '../../server/protocol/slices.js';
import { edited, isEmpty } from './draft.js';

const NOTHING: LookChange = {};

/** What was edited on this device and not saved yet, by look; what was not edited stays the server's. */
export class LookDrafts {
  #changes = $state.raw<ReadonlyMap<string, LookChange>>(new Map());

  changeOf(lookId: string): LookChange {
    return this.#changes.get(lookId) ?? NOTHING;
  }

  isDirty(lookId: string): boolean {
    return !isEmpty(this.changeOf(lookId));
  }

  edit(look: Look, edit: LookChange): void {
    this.#changes = new Map(this.#changes).set(look.id, edited(look, this.changeOf(look.id), edit));
  }

  drop(lookId: string): void {
    this.#changes = new Map(this.#changes).set(lookId, NOTHING);
  }
}
