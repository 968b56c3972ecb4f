import * as fc from 'fast-check';
import { z } from 'zod';

type Schema = z.core.JSONSchema.BaseSchema;

/** What no text may keep: control characters, halves of characters, and what turns the direction of what follows. */
export const UNSEEN = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/** Texts that have broken other programs. */
export const HOSTILE_TEXTS = [
  '<img src=x onerror="globalThis.hit=1">',
  '</script><script>globalThis.hit=1</script>',
  '&lt;b&gt;{{7*7}}${7*7}<%= 7*7 %>',
  '\u202Egnp.exe\u202C right to left \u2067x',
  'bell\u0007 null\u0000 escape\u001B[31m',
  'half \uD83D of a pair, and another \uDE00',
  'line\r\nbreak\u2028and\u2029more',
  `Z${'\u0301'.repeat(200)}`,
  '\uFEFF\u200B\u200D\u2060\u3164',
  "'; DROP TABLE slices; --",
  '__proto__',
  'constructor',
  '=1+1',
  '../../../etc/passwd',
  'x'.repeat(20_000),
] as const;

/** Any half of any character: most pairs of them are none. */
const UNITS = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

const JUNK = [null, true, 0, -1, 1e308, '', [], {}, [[]], { length: -1 }, ...HOSTILE_TEXTS] as const;

/** Ids and names that mean something on this floor, so that much of what is made up is nearly right. */
export interface Known {
  uuids: readonly string[];
  names: readonly string[];
}

/** Values that a schema takes, or takes but for what it refines; `undefined` where it wants none. */
export function inputsOf(schema: z.ZodType, known: Known): fc.Arbitrary<unknown> {
  return made(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), known);
}

/** The same with one thing in it that is not right. */
export function nearly(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const wrong = fc.oneof(fc.constantFrom<unknown>(...JUNK), fc.jsonValue({ maxDepth: 2 }));
  return fc.tuple(values, fc.nat(), wrong, fc.constantFrom('instead', 'besides', 'missing')).map(spoiled);
}

function made(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => made(choice, known)));
  switch (schema.type) {
    case 'string':
      return texts(schema, known);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e9, max: schema.maximum ?? 1e9, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(made(schemaIn(schema.items), known), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 5, 5),
      });
    case 'object':
      return objects(schema, known);
    case undefined:
    default:
      return fc.constant(undefined);
  }
}

function texts({ format, maxLength = 200 }: Schema, { uuids, names }: Known): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.oneof(fc.constantFrom(...uuids), fc.uuid());
  return fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom(...HOSTILE_TEXTS).map((text) => text.slice(0, maxLength)),
    fc.string({ unit: UNITS, maxLength: Math.min(maxLength, 100) }),
  );
}

function objects(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const fields = Object.entries(properties).map(
    ([name, field]) => [name, made(schemaIn(field), known)] as const,
  );
  if (fields.length === 0 && typeof additionalProperties === 'object')
    return fc.dictionary(texts({}, known), made(additionalProperties, known), { maxKeys: 4 });
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
}

/** A part of a schema, where there is one that is not just yes or no to everything. */
function schemaIn(part: z.core.JSONSchema._JSONSchema | Schema['items']): Schema {
  return typeof part === 'object' && !Array.isArray(part) ? part : {};
}

function spoiled([value, at, wrong, how]: [unknown, number, unknown, string]): unknown {
  if (typeof value !== 'object' || value === null) return wrong;
  const names = Object.keys(value);
  const name = names[at % (names.length + 1)];
  if (how === 'besides') return { ...value, [String(wrong).slice(0, 100)]: wrong };
  if (name === undefined) return wrong;
  if (how === 'missing') return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
  const inner: unknown = Reflect.get(value, name);
  return { ...value, [name]: typeof inner === 'object' ? spoiled([inner, at, wrong, how]) : wrong };
}
