import type { Instance, Reported, Wanted } from '../../server/protocol/slices.js';

/** What is with one guest's name: by the renderers' word for `on` and `going`, by ours only for `coming`. */
export type Tally = 'off' | 'coming' | 'on' | 'going' | 'failed';

/** One layer as the panel knows it. `leaving` is what was wanted before the last change of mind. */
export interface LayerView {
  wanted: Wanted | null;
  reported: Reported | null;
  leaving: Instance | null;
}

/** The instance that is to be seen now, or null. */
export function seenOn({ wanted, reported, leaving }: LayerView): Instance | null {
  if (reported?.state !== 'on') return null;
  const known = [wanted?.onAir ?? null, leaving];
  return known.find((instance) => instance?.instanceId === reported.instanceId) ?? null;
}

export function tallyOf(guestId: string, view: LayerView): Tally {
  const onAir = view.wanted?.onAir ?? null;
  const isWanted = onAir?.guestIds.includes(guestId) === true;
  const seen = seenOn(view);
  if (seen?.guestIds.includes(guestId) === true) {
    return seen.instanceId === onAir?.instanceId ? 'on' : isWanted ? 'coming' : 'going';
  }
  if (!isWanted) return 'off';
  const isAboutIt = view.reported?.instanceId === onAir.instanceId;
  if (isAboutIt && view.reported?.state === 'failed') return 'failed';
  return isAboutIt && view.reported?.state === 'out' ? 'going' : 'coming';
}
