import { z } from 'zod';
import { LAYERS, MAX_STRAP_GUESTS } from '../codes.js';
import { CONTROL, none, nothing, rule, uuid } from './rule.js';

const layer = z.enum(LAYERS);

/** What a graphic shows. The server resolves guests to texts, so that a page cannot put a stale name on air. */
const content = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('guests'), guestIds: z.array(uuid).min(1).max(MAX_STRAP_GUESTS) }),
]);
export type Content = z.infer<typeof content>;

const autoOffMs = z.number().int().min(1000).max(600_000).nullable();

export const GRAPHIC_COMMANDS = {
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
  'graphic.clearAll': rule({ class: 'live', roles: CONTROL, params: none, expect: nothing }),
} as const;
