import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { runsOn } from '../../../scripts/node.mjs';

describe('the Node that Showfloor runs on', () => {
  it('is the one that package.json demands', () => {
    expect(manifest.engines.node).toBe('^20.19.0 || >=22.12.0');
  });

  it.each(['20.19.0', '20.20.2', '22.12.0', '22.20.1', '23.0.0', '24.1.0', '100.0.0'])(
    'takes %s',
    (version) => {
      expect(runsOn(version)).toBe(true);
    },
  );

  it.each(['8.17.0', '14.21.3', '18.20.8', '20.9.0', '20.18.3', '21.7.3', '22.0.0', '22.11.0'])(
    'refuses %s',
    (version) => {
      expect(runsOn(version)).toBe(false);
    },
  );
});
