import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT, excessOf, isComplete } from '../../../web/names/draft.js';
import { perceivedLength, strapText } from '../../../web/names/strap.js';

const brett = { name: 'Brett Cannon', pronouns: '', title: 'Core developer', organisation: 'Python' };

describe('the text of a strap', () => {
  it('puts title and organisation under the name, and leaves out what is empty', () => {
    expect(strapText(brett).under).toEqual(['Core developer', 'Python']);
    expect(strapText({ ...brett, title: ' ' }).under).toEqual(['Python']);
    expect(strapText({ ...brett, title: '', organisation: '' }).under).toEqual([]);
  });

  it('reads as the server will keep it: one line, trimmed, composed', () => {
    expect(strapText({ ...brett, name: '  Zoe\u0308 \n Langa ' }).name).toBe('Zoë Langa');
  });

  it('counts what people see', () => {
    expect(perceivedLength('👩‍💻 Zoë')).toBe(5);
    expect(perceivedLength('صفاء')).toBe(4);
  });
});

describe('a draft', () => {
  it('needs a name and nothing else', () => {
    expect(isComplete(EMPTY_DRAFT)).toBe(false);
    expect(isComplete({ ...EMPTY_DRAFT, name: '   ' })).toBe(false);
    expect(isComplete({ ...EMPTY_DRAFT, name: 'A' })).toBe(true);
  });

  it('says by how much a field is too long, in seen characters', () => {
    expect(excessOf('name', '👩‍💻'.repeat(80))).toBe(0);
    expect(excessOf('name', 'x'.repeat(83))).toBe(3);
    expect(isComplete({ ...brett, title: 'x'.repeat(101) })).toBe(false);
  });
});
