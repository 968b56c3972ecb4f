/**
 * Commands: what a person may ask for. A *live* one (cut, show, start) is refused when it comes late; a *log* one
 * carries the time of the act and is accepted late. A relative command says in `expect` what its sender saw; an
 * absolute one has no `expect`. Every object is strict: an unknown field is a refusal, not a surprise.
 */
import { z } from 'zod';
import { DEVICE_COMMANDS } from './commands/device.js';
import { GRAPHIC_COMMANDS } from './commands/graphic.js';
import { GUEST_COMMANDS } from './commands/guest.js';
import { LOOK_COMMANDS } from './commands/look.js';
import { LOSS_COMMANDS } from './commands/loss.js';
import { MODE_COMMANDS } from './commands/mode.js';
import { OUTPUT_COMMANDS } from './commands/outputs.js';
import { PROGRAM_COMMANDS } from './commands/program.js';
import { RECORD_COMMANDS } from './commands/record.js';
import { SEATS_COMMANDS } from './commands/seats.js';
import { SHOW_COMMANDS } from './commands/show.js';
import { STREAM_COMMANDS } from './commands/stream.js';
import { MARK_COMMANDS } from './commands/mark.js';
import { REPLAY_COMMANDS } from './commands/replay.js';
import { STUDIO_COMMANDS } from './commands/studio.js';
import { VIRTUAL_CAMERA_COMMANDS } from './commands/virtualCamera.js';
import { uuid, type Rule } from './commands/rule.js';
import { SOUND_COMMANDS } from './commands/sound.js';

export type { Content } from './commands/graphic.js';
export type { LookChange } from './commands/look.js';

/** Every command by its name; one file of them a noun. */
export const COMMANDS = {
  ...PROGRAM_COMMANDS,
  ...STUDIO_COMMANDS,
  ...SHOW_COMMANDS,
  ...LOOK_COMMANDS,
  ...GRAPHIC_COMMANDS,
  ...RECORD_COMMANDS,
  ...STREAM_COMMANDS,
  ...OUTPUT_COMMANDS,
  ...MODE_COMMANDS,
  ...REPLAY_COMMANDS,
  ...VIRTUAL_CAMERA_COMMANDS,
  ...MARK_COMMANDS,
  ...GUEST_COMMANDS,
  ...SEATS_COMMANDS,
  ...SOUND_COMMANDS,
  ...DEVICE_COMMANDS,
  ...LOSS_COMMANDS,
} as const;

export type CommandName = keyof typeof COMMANDS;

/** The rule of a command, without what is special about its name. */
export function ruleOf(name: CommandName): Rule<z.ZodType, z.ZodType> {
  return COMMANDS[name];
}
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
  /** In letters that may be told to everybody when there is no such command. */
  name: z
    .string()
    .max(64)
    .regex(/^[\w.]*$/),
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
