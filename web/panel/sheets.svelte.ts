/** What can lie over the console: one at a time. */
export type Sheet =
  | {
      kind:
        | 'menu'
        | 'keys'
        | 'looks'
        | 'outputs'
        | 'transition'
        | 'takes'
        | 'asRun'
        | 'devices'
        | 'troubles'
        | 'stream'
        | 'mode'
        | 'sound';
    }
  | { kind: 'guest'; guestId: string | null };

/** Which sheet is open on this device. */
export class Sheets {
  #open = $state.raw<Sheet | null>(null);

  get open(): Sheet | null {
    return this.#open;
  }

  show(sheet: Sheet): void {
    this.#open = sheet;
  }

  close(): void {
    this.#open = null;
  }
}
