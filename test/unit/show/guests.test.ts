import { describe, expect, it } from 'vitest';
import { testFloor } from '../../fixtures/floor.js';

async function added(name: string) {
  const floor = testFloor();
  const guestId = crypto.randomUUID();
  const reply = await floor.command('guest.add', {
    guestId,
    name,
    pronouns: '',
    title: '',
    organisation: '',
    part: 'guest',
  });
  return { reply, name: floor.store.state[`guest:${guestId}`]?.name };
}

describe('a guest’s name', () => {
  it.each([
    ['with spaces around and lines in it', '  Ada\n  Lovelace ', 'Ada Lovelace'],
    ['pasted with bidi marks around it', '\u202AAnna Berg\u202C', 'Anna Berg'],
    ['pasted with isolates around it', '\u2068Anna\u2069', 'Anna'],
    ['in Arabic with an emoji', 'محمد الفاتح 🎤', 'محمد الفاتح 🎤'],
    ['with a family of joined emoji', 'Zoë 👨‍👩‍👧', 'Zoë 👨‍👩‍👧'],
    ['in Thai with marks on its letters', 'ก๋วยเตี๋ยว', 'ก๋วยเตี๋ยว'],
    ['with more marks on a letter than any script has', `e${'\u0316'.repeat(15)}`, `e${'\u0316'.repeat(4)}`],
  ])('%s is kept as a person would write it', async (_, typed, kept) => {
    expect(await added(typed)).toEqual({ reply: { ok: true }, name: kept });
  });

  it.each([
    ['empty', ''],
    ['of spaces', '   '],
    ['of joiners', '\u200d\u200d'],
    ['of fillers', '\u3164'],
    ['of marks without a letter', '\u0301\u0301'],
    ['with a broken character', 'x\ud800y'],
    ['with a control character', 'x\u0007y'],
    ['longer than eighty characters', 'x'.repeat(81)],
  ])('%s is refused', async (_, typed) => {
    expect(await added(typed)).toMatchObject({ reply: { ok: false, code: 'invalid' }, name: undefined });
  });
});
