import type { LookChange } from '../../server/protocol/commands.js';
import type { Look } from '../../server/protocol/slices.js';
import { edited, isEmpty } from './draft.js';
import { keepDrafts, readDrafts, type Drafts } from './keptDrafts.js';

const NOTHING: LookChange = {};

/**
 * What was edited on this device and not saved yet, by look; what was not edited stays the server's. It is kept on the
 * device until it is saved or dropped, over the sheet's end and a reload.
 */
export class LookDrafts {
  readonly #storage: () => Storage;
  #changes = $state.raw<Drafts>(new Map());

  constructor(storage: () => Storage) {
    this.#storage = storage;
    this.#changes = readDrafts(storage);
  }

  changeOf(lookId: string): LookChange {
    return this.#changes.get(lookId) ?? NOTHING;
  }

  isDirty(lookId: string): boolean {
    return !isEmpty(this.changeOf(lookId));
  }

  edit(look: Look, edit: LookChange): void {
    this.#set(look.id, edited(look, this.changeOf(look.id), edit));
  }

  drop(lookId: string): void {
    this.#set(lookId, NOTHING);
  }

  #set(lookId: string, change: LookChange): void {
    const changes = new Map(this.#changes);
    if (isEmpty(change)) changes.delete(lookId);
    else changes.set(lookId, change);
    this.#changes = changes;
    keepDrafts(this.#storage, changes);
  }
}
