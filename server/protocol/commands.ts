/**
 * Commands: what a person may ask for. A *live* one (cut, show, start) is refused when it comes late; a *log* one
 * carries the time of the act and is accepted late. A relative command says in `expect` what its sender saw; an
 * absolute one has no `expect`. Every object is strict: an unknown field is a refusal, not a surprise.
 */
import { z } from 'zod';
import { GUEST_LIMITS, LAYERS, MAX_STRAP_GUESTS, type Role } from './codes.js';

/**
 * One line of text as typed: trimmed, without what pasting brings along unseen (bidi embeddings, marks of byte order,
 * accents beyond the fourth on one letter), at most `max` perceived characters.
 */
const line = (max: number) =>
  z
    .string()
    .max(max * 16)
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/[\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
        .replace(/(\p{M}{4})\p{M}+/gu, '$1')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'has control characters')
    .refine((text) => charactersIn(text) <= max, `is longer than ${max} characters`);

/** Something that can be seen: fillers and joiners alone would put an empty plate on air. */
function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(text.replace(/[\p{Default_Ignorable_Code_Point}\u2800]/gu, ''));
}

/** User-perceived characters: an emoji or a letter with its marks is one. Made on use: making it costs a start 20 ms. */
function charactersIn(text: string): number {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length;
}

const uuid = z.uuid();
const layer = z.enum(LAYERS);

const guestTexts = {
  name: line(GUEST_LIMITS.name).refine(isVisible, 'is empty'),
  pronouns: line(GUEST_LIMITS.pronouns),
  title: line(GUEST_LIMITS.title),
  organisation: line(GUEST_LIMITS.organisation),
};

/** What a graphic shows. The server resolves guests to texts, so that a page cannot put a stale name on air. */
const content = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('guests'), guestIds: z.array(uuid).min(1).max(MAX_STRAP_GUESTS) }),
]);
export type Content = z.infer<typeof content>;

const autoOffMs = z.number().int().min(1000).max(600_000).nullable();

const CONTROL: readonly Role[] = ['producer', 'host'];

interface Rule<P extends z.ZodType, E extends z.ZodType> {
  class: 'live' | 'log';
  roles: readonly Role[];
  params: P;
  expect: E;
}
const rule = <P extends z.ZodType, E extends z.ZodType>(it: Rule<P, E>) => it;
const nothing = z.undefined();

export const COMMANDS = {
  'program.cut': rule({
    class: 'live',
    roles: CONTROL,
    params: z.strictObject({ sceneId: z.string().min(1).max(200) }),
    expect: nothing,
  }),
  'graphic.show': rule({
    class: 'live',
    roles: CONTROL,
    params: z.strictObject({ layer, instanceId: uuid, content, autoOffMs, cut: z.boolean() }),
    expect: nothing,
  }),
  'graphic.update': rule({
    class: 'live',
    roles: CONTROL,
    params: z.strictObject({ layer, content }),
    expect: z.strictObject({ instanceId: uuid }),
  }),
  'graphic.hide': rule({
    class: 'live',
    roles: CONTROL,
    params: z.strictObject({ layer }),
    expect: z.strictObject({ instanceId: uuid }),
  }),
  'graphic.arm': rule({
    class: 'live',
    roles: CONTROL,
    params: z.strictObject({
      layer,
      next: z.strictObject({ instanceId: uuid, content, autoOffMs, cut: z.boolean() }).nullable(),
    }),
    expect: nothing,
  }),
  'graphic.clearAll': rule({ class: 'live', roles: CONTROL, params: z.strictObject({}), expect: nothing }),
  'record.start': rule({ class: 'live', roles: CONTROL, params: z.strictObject({}), expect: nothing }),
  'record.stop': rule({
    class: 'live',
    roles: CONTROL,
    params: z.strictObject({}),
    expect: z.strictObject({ takeId: uuid }),
  }),
  'record.pause': rule({
    class: 'live',
    roles: CONTROL,
    params: z.strictObject({}),
    expect: z.strictObject({ takeId: uuid }),
  }),
  'record.resume': rule({
    class: 'live',
    roles: CONTROL,
    params: z.strictObject({}),
    expect: z.strictObject({ takeId: uuid }),
  }),
  'guest.add': rule({
    class: 'log',
    roles: CONTROL,
    params: z.strictObject({ guestId: uuid, ...guestTexts }),
    expect: nothing,
  }),
  'guest.change': rule({
    class: 'log',
    roles: CONTROL,
    params: z.strictObject({ guestId: uuid, ...guestTexts }),
    expect: nothing,
  }),
  'guest.remove': rule({
    class: 'log',
    roles: CONTROL,
    params: z.strictObject({ guestId: uuid }),
    expect: nothing,
  }),
} as const;

export type CommandName = keyof typeof COMMANDS;
export type CommandParams<N extends CommandName> = z.output<(typeof COMMANDS)[N]['params']>;
export type CommandExpect<N extends CommandName> = z.output<(typeof COMMANDS)[N]['expect']>;

/** One command as a handler gets it: parsed, fresh, allowed. */
export interface CommandOf<N extends CommandName> {
  id: string;
  name: N;
  params: CommandParams<N>;
  expect: CommandExpect<N>;
  /** When the act happened, on the server's clock. */
  issuedAt: number;
}

/** The frame of every command, before its name is known to be one. */
export const envelopeSchema = z.strictObject({
  id: uuid,
  name: z.string().max(64),
  params: z.unknown().optional(),
  expect: z.unknown().optional(),
  bootId: uuid,
  issuedAt: z.number(),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** What a page sends, typed from the inside: the compiler checks each call site. */
export interface CommandMessage<N extends CommandName = CommandName> {
  id: string;
  name: N;
  params: z.input<(typeof COMMANDS)[N]['params']>;
  expect?: z.input<(typeof COMMANDS)[N]['expect']>;
  bootId: string;
  issuedAt: number;
}
