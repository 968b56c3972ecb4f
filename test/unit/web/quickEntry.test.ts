import { describe, expect, it } from 'vitest';
import { onOneLine, personIn } from '../../../web/names/quickEntry.js';

describe('a guest typed in one line', () => {
  it.each([
    ['Ada Lovelace', 'Ada Lovelace', '', ''],
    [
      'Ada Lovelace, Analytical engines, Royal Society',
      'Ada Lovelace',
      'Analytical engines',
      'Royal Society',
    ],
    ['Ada Lovelace,Analytical engines,Royal Society', 'Ada Lovelace', 'Analytical engines', 'Royal Society'],
    ['  Ada   Lovelace ,  Engines  ', 'Ada Lovelace', 'Engines', ''],
    [
      'Ada Lovelace – Analytical engines – Royal Society',
      'Ada Lovelace',
      'Analytical engines',
      'Royal Society',
    ],
    ['Ada Lovelace - Engines, Royal Society', 'Ada Lovelace', 'Engines', 'Royal Society'],
    ['Jean-Luc Picard, Captain', 'Jean-Luc Picard', 'Captain', ''],
    ['Ada Lovelace, , Royal Society', 'Ada Lovelace', '', 'Royal Society'],
    ['Ada, CTO, Acme, Inc.', 'Ada', 'CTO', 'Acme, Inc.'],
    ['Ada, Builder of 10,000 robots, Acme', 'Ada', 'Builder of 10,000 robots', 'Acme'],
    ['"Ada, Countess of Lovelace", Mathematician', 'Ada, Countess of Lovelace', 'Mathematician', ''],
    ['„Ada, Gräfin“, Mathematikerin', 'Ada, Gräfin', 'Mathematikerin', ''],
    ['«Ада, графиня», Математик', 'Ада, графиня', 'Математик', ''],
    ['Grace “Amazing, Grace” Hopper, Admiral', 'Grace “Amazing, Grace” Hopper', 'Admiral', ''],
    ['Seán O’Brien, Editor', 'Seán O’Brien', 'Editor', ''],
    ['דנה כהן, דובר צה"ל, מו"מ', 'דנה כהן', 'דובר צה"ל', 'מו"מ'],
    ['ليلى العلي، مهندسة، جامعة القاهرة', 'ليلى العلي', 'مهندسة', 'جامعة القاهرة'],
    ['髙橋 さくら、主任研究員、国立情報学研究所', '髙橋 さくら', '主任研究員', '国立情報学研究所'],
    ['「髙橋、さくら」、主任研究員', '髙橋、さくら', '主任研究員', ''],
    ['王小明，工程师，清华大学', '王小明', '工程师', '清华大学'],
    ['김민준, 개발자', '김민준', '개발자', ''],
    ['สมชาย ใจดี, วิศวกร', 'สมชาย ใจดี', 'วิศวกร', ''],
    ['👩🏽‍💻 Zoë, Host; Python', '👩🏽‍💻 Zoë', 'Host', 'Python'],
    ['"Ada, Lovelace', '"Ada', 'Lovelace', ''],
    ['', '', '', ''],
    [', Engineer', '', 'Engineer', ''],
  ])('“%s” is split as it was meant', (line, name, title, organisation) => {
    expect(personIn(line)).toEqual({ name, title, organisation, pronouns: '' });
  });

  it.each([
    ['Ada Lovelace (she/her), Engines', 'Ada Lovelace', 'she/her'],
    ['Robin Doe (they/them)', 'Robin Doe', 'they/them'],
    ['Ada (Countess of Lovelace), Engines', 'Ada (Countess of Lovelace)', ''],
  ])('“%s” has its pronouns behind the name', (line, name, pronouns) => {
    expect(personIn(line)).toMatchObject({ name, pronouns });
  });

  it.each([
    ['lines', 'Ada Lovelace\r\nEngines, analytical\nRoyal Society\n', 'Engines, analytical', 'Royal Society'],
    ['columns', 'Ada Lovelace\tEngines\tRoyal Society', 'Engines', 'Royal Society'],
    [
      'two lines with a comma in the second',
      'Ada Lovelace\nEngines, Royal Society',
      'Engines',
      'Royal Society',
    ],
    ['many lines', '\nAda Lovelace\n\nEngines\nRoyal Society\nLondon', 'Engines', 'Royal Society, London'],
  ])('may be pasted in %s, and reads the same on one line', (_, pasted, title, organisation) => {
    const person = { name: 'Ada Lovelace', title, organisation, pronouns: '' };
    expect(personIn(pasted)).toEqual(person);
    expect(onOneLine(pasted)).not.toContain('\n');
    expect(personIn(onOneLine(pasted))).toEqual(person);
  });
});
