import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { peopleIn } from '../../../overlays/graphics/lower-third/people.js';

interface Manifest {
  [field: string]: unknown;
  schema: { properties: { people: { items: { properties: Record<string, unknown> } } } };
}

const PATH = 'overlays/graphics/lower-third/lower-third.ograf.json';
// The test below is what finds out whether it is one.
const manifest = JSON.parse(readFileSync(PATH, 'utf8')) as Manifest;
/** All fields that OGraf v1 knows; others must begin with `v_`. */
const KNOWN =
  '$schema id version main name description author customActions schema supportsRealTime supportsNonRealTime ' +
  'stepCount renderRequirements thumbnails';

const validate = new Ajv2020({ strict: false }).compile(manifest.schema);

describe('the manifest of the lower third', () => {
  it('has what OGraf v1 requires and nothing that it does not know', () => {
    expect(manifest).toMatchObject({
      $schema: 'https://ograf.ebu.io/v1/specification/json-schemas/graphics/schema.json',
      id: 'showfloor.lower-third',
      name: 'Lower third',
      main: 'lower-third.js',
      supportsRealTime: true,
      supportsNonRealTime: false,
      stepCount: 1,
    });
    expect(Object.keys(manifest).filter((field) => !KNOWN.split(' ').includes(field))).toEqual([]);
  });

  it('describes the data that the graphic takes, each text with a hint for the form', () => {
    const texts = manifest.schema.properties.people.items.properties;
    expect(Object.keys(texts)).toEqual(['name', 'pronouns', 'title', 'organisation']);
    for (const text of Object.values(texts)) {
      expect(text).toMatchObject({ type: 'string', gddType: 'single-line' });
    }
  });

  it.each([
    [{ people: [{ name: 'Ada' }] }, true],
    [{ people: [1, 2, 3, 4].map(() => ({ name: 'Ada', title: 'Host' })) }, true],
    [{ people: [{ name: 'Ada' }], place: { align: 'centre', raised: true } }, true],
    [{ people: [] }, false],
    [{ people: [1, 2, 3, 4, 5].map(() => ({ name: 'Ada' })) }, false],
    [{ people: [{ name: '' }] }, false],
    [{ people: [{ title: 'Host' }] }, false],
    [{}, false],
  ])('has a schema that agrees with the graphic about %j', (data, isGood) => {
    expect(validate(data)).toBe(isGood);
    expect(peopleIn(data) !== null).toBe(isGood);
  });
});
