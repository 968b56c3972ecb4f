import { describe, expect, it } from 'vitest';
import { SourceIds, type KnownId } from '../../../server/obs/sourceIds.js';

const idsThat = (known: KnownId) => new SourceIds({ known, keep: () => undefined });
const named = (name: string) => ({ name, uuid: null });

describe('ids of sources', () => {
  it('are OBS’s own where it has them', () => {
    const ids = idsThat(() => 'remembered');
    expect(ids.idOf('booth', { name: 'Wide', uuid: 'from-obs' })).toBe('from-obs');
  });

  it('stay with a name in its collection, and follow a rename', () => {
    const ids = idsThat(() => undefined);
    const wide = ids.idOf('booth', named('Wide'));
    expect(ids.idOf('booth', named('Wide'))).toBe(wide);
    expect(ids.idOf('other', named('Wide'))).not.toBe(wide);
    ids.rename('booth', 'Wide', 'Stage');
    expect(ids.idOf('booth', named('Stage'))).toBe(wide);
    expect(ids.idOf('booth', named('Wide'))).not.toBe(wide);
  });

  it('follow a rename that was read before it was told', () => {
    const ids = idsThat(() => undefined);
    const wide = ids.idOf('booth', named('Wide'));
    ids.idOf('booth', named('Stage'));
    ids.rename('booth', 'Wide', 'Stage');
    expect(ids.idOf('booth', named('Stage'))).toBe(wide);
  });

  it('are those that the show remembers, unless a renamed scene has taken one along', () => {
    const ids = idsThat((collection, name) => (name === 'Wide' ? `${collection}-wide` : undefined));
    expect(ids.idOf('booth', named('Wide'))).toBe('booth-wide');
    ids.rename('booth', 'Wide', 'Stage');
    expect(ids.idOf('booth', named('Stage'))).toBe('booth-wide');
    expect(ids.idOf('booth', named('Wide'))).not.toBe('booth-wide');
  });

  it('of ours are kept with the name that they have now, and those of OBS are not', () => {
    const kept: string[][] = [];
    const ids = new SourceIds({ known: () => undefined, keep: (...words) => kept.push(words) });
    ids.idOf('booth', { name: 'Laptop', uuid: 'from-obs' });
    const mic = ids.idOf('booth', named('Mic'));
    ids.idOf('booth', named('Mic'));
    ids.rename('booth', 'Mic', 'Host mic');
    expect(kept).toEqual([
      ['booth', mic, 'Mic'],
      ['booth', mic, 'Host mic'],
    ]);
  });
});
