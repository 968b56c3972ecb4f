import { describe, it } from 'vitest';
import { Booth } from './booth.js';
import { Plugs, pullsFrom, type Face, type Plug } from './plugs.js';

/** A dozen shows of seconds, four at a time. */
const LIMIT_MS = 200_000;

describe('a plug that is pulled', () => {
  it.concurrent.each(['server', 'obs', 'overlay', 'tablet'] as const)(
    'leaves all as it was: %s, alone or before another, whoever comes back first',
    async (first) => {
      const booth = await Booth.open({ realObs: false, smallDisk: false });
      try {
        await booth.overlays.pop()?.close();
        const plugs = new Plugs(booth, { face: faceOf(booth), tablet: tabletOf(booth) });
        for (const pull of pullsFrom(first)) {
          await plugs.pull(pull).catch((error: unknown) => {
            throw new Error(JSON.stringify(pull), { cause: error });
          });
        }
      } finally {
        await booth.close();
      }
    },
    LIMIT_MS,
  );
});

function faceOf(booth: Booth): Face {
  const page = () => {
    const [overlay] = booth.overlays;
    if (overlay === undefined) throw new Error('there is no overlay');
    return overlay;
  };
  return {
    kill: () => page().kill(),
    back: () => booth.openOverlay(0),
    names: () => Promise.resolve(page().names()),
    came: () => Promise.resolve(page().came.splice(0)),
    // A renderer that played one again complained.
    entrances: () => Promise.resolve(0),
  };
}

function tabletOf(booth: Booth): Plug {
  return {
    kill: async () => booth.tablets[0]?.kill(),
    back: () => booth.openTablet(0),
  };
}
