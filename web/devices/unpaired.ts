import type { Live } from '../live/live.js';
import { WAS_PAIRED } from '../pair/wasPaired.js';

/**
 * A device that the server does not know, or no longer: there is nothing for it on the panel, so it goes to where it
 * can be paired. `go` leaves the page.
 */
export function leaveWhenUnpaired(
  live: Pick<Live<'/desk'>, 'link' | 'refusal' | 'subscribe'>,
  go: (address: string) => void,
): void {
  let wasPaired = false;
  live.subscribe(() => {
    wasPaired ||= live.link() === 'connected';
    if (live.refusal() === 'unpaired') go(wasPaired ? `/pair${WAS_PAIRED}` : '/pair');
  });
}
