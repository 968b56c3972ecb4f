import { describe, expect, it } from 'vitest';
import { SceneIds } from '../../../server/obs/sceneIds.js';

const named = (name: string) => ({ name, uuid: null });

describe('ids of scenes', () => {
  it('are OBS’s own where it has them', () => {
    const ids = new SceneIds(() => 'remembered');
    expect(ids.idOf('booth', { name: 'Wide', uuid: 'from-obs' })).toBe('from-obs');
  });

  it('stay with a name in its collection, and follow a rename', () => {
    const ids = new SceneIds(() => undefined);
    const wide = ids.idOf('booth', named('Wide'));
    expect(ids.idOf('booth', named('Wide'))).toBe(wide);
    expect(ids.idOf('other', named('Wide'))).not.toBe(wide);
    ids.rename('booth', 'Wide', 'Stage');
    expect(ids.idOf('booth', named('Stage'))).toBe(wide);
    expect(ids.idOf('booth', named('Wide'))).not.toBe(wide);
  });

  it('follow a rename that was read before it was told', () => {
    const ids = new SceneIds(() => undefined);
    const wide = ids.idOf('booth', named('Wide'));
    ids.idOf('booth', named('Stage'));
    ids.rename('booth', 'Wide', 'Stage');
    expect(ids.idOf('booth', named('Stage'))).toBe(wide);
  });

  it('are those that the show remembers, unless a renamed scene has taken one along', () => {
    const ids = new SceneIds((collection, name) => (name === 'Wide' ? `${collection}-wide` : undefined));
    expect(ids.idOf('booth', named('Wide'))).toBe('booth-wide');
    ids.rename('booth', 'Wide', 'Stage');
    expect(ids.idOf('booth', named('Stage'))).toBe('booth-wide');
    expect(ids.idOf('booth', named('Wide'))).not.toBe('booth-wide');
  });
});
