import type { Sheet } from '../panel/sheets.svelte.js';

/** Sheets that change what is there already. A new guest is none: walk-ups come during the show. */
export function isEditing(sheet: Sheet): boolean {
  return sheet.kind === 'looks' || (sheet.kind === 'guest' && sheet.guestId !== null);
}
