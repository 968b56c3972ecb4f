const TOUCH = 'showfloor.touchLock';
const EDIT = 'showfloor.editLock';

/** What the two locks are kept in: of the page for touches, of the device for edits. */
export interface LockStorage {
  page: () => Storage;
  device: () => Storage;
}

/**
 * Touch lock: the whole page against hands, while the tablet is carried or wiped; it survives a reload, because pages
 * reload by themselves, and not a page opened anew. Edit lock: names and looks stay as they are, on this device.
 */
export class Locks {
  readonly #storage: LockStorage;
  #isTouchLocked = $state(false);
  #isEditLocked = $state(false);

  constructor(storage: LockStorage) {
    this.#storage = storage;
    this.#isTouchLocked = read(storage.page, TOUCH);
    this.#isEditLocked = read(storage.device, EDIT);
  }

  get isTouchLocked(): boolean {
    return this.#isTouchLocked;
  }

  get isEditLocked(): boolean {
    return this.#isEditLocked;
  }

  lockTouch(isLocked: boolean): void {
    this.#isTouchLocked = isLocked;
    keep(this.#storage.page, TOUCH, isLocked);
  }

  lockEdit(isLocked: boolean): void {
    this.#isEditLocked = isLocked;
    keep(this.#storage.device, EDIT, isLocked);
  }
}

function read(storage: () => Storage, key: string): boolean {
  try {
    return storage().getItem(key) === 'on';
  } catch {
    // A private window: locks last as long as the page.
    return false;
  }
}

function keep(storage: () => Storage, key: string, isLocked: boolean): void {
  try {
    if (isLocked) storage().setItem(key, 'on');
    else storage().removeItem(key);
  } catch {
    // As above.
  }
}
