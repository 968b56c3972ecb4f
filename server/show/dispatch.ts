import { LIVE_MAX_AGE_MS, LIVE_MAX_AHEAD_MS, type RefusalCode } from '../protocol/codes.js';
import {
  COMMANDS,
  envelopeSchema,
  ruleOf,
  type CommandName,
  type CommandOf,
  type Envelope,
} from '../protocol/commands.js';
import { quoted } from '../protocol/commands/text.js';
import type { Reply } from '../protocol/events.js';
import { wordingOf } from '../protocol/texts.js';
import type { z } from 'zod';
import type { Actor } from './actor.js';
import type { Disk } from './disk.js';
import type { Floor } from './handler.js';
import { HANDLERS } from './handlers.js';
import type { Log } from './log.js';
import { Refusal } from './refusal.js';
import { Repeats } from './repeats.js';
import type { Troubles } from './troubles.js';

/** Refusals before anybody looked at what was sent. */
const UNREAD: ReadonlySet<string> = new Set<RefusalCode>([
  'invalid',
  'unknown-command',
  'forbidden',
  'stale',
  'ahead',
  'other-boot',
]);

/** The one entrance for commands. Every command gets exactly one reply, and nothing that comes in makes it throw. */
export class Dispatch {
  readonly #floor: Floor;
  readonly #disk: Pick<Disk, 'journal'>;
  readonly #bootId: string;
  readonly #log: Log;
  readonly #troubles: Pick<Troubles, 'refused'>;
  readonly #repeats: Repeats;

  constructor(options: {
    floor: Floor;
    disk: Pick<Disk, 'journal'>;
    bootId: string;
    log: Log;
    troubles: Pick<Troubles, 'refused'>;
  }) {
    this.#floor = options.floor;
    this.#disk = options.disk;
    this.#bootId = options.bootId;
    this.#log = options.log;
    this.#troubles = options.troubles;
    this.#repeats = new Repeats(options.floor.clock);
  }

  /** Parses, judges and does one command as it came from the wire. */
  async run(actor: Actor, raw: unknown): Promise<Reply> {
    const envelope = envelopeSchema.safeParse(raw);
    if (!envelope.success) return refused(new Refusal('invalid', { reason: firstIssue(envelope.error) }));
    const { id } = envelope.data;
    return this.#repeats.once(actor.deviceId, id, () => this.#first(actor, envelope.data));
  }

  async #first(actor: Actor, envelope: Envelope): Promise<Reply> {
    const reply = await this.#attempt(actor, envelope);
    if (isWorthALine(envelope)) this.#journal(actor, envelope, reply);
    if (!reply.ok) this.#troubles.refused(actor.deviceId, envelope.name, reply);
    return reply;
  }

  async #attempt(actor: Actor, envelope: Envelope): Promise<Reply> {
    try {
      const { name } = envelope;
      if (!isCommandName(name)) throw new Refusal('unknown-command', { command: name });
      this.#admit(actor, envelope, name);
      const command = parse(envelope, name);
      // `name` picks handler and command from tables of the same keys; the compiler cannot tie the two.
      const handler = HANDLERS[name] as (floor: Floor, command: unknown, actor: Actor) => Promise<void>;
      await handler(this.#floor, command, actor);
      return { ok: true };
    } catch (error) {
      if (error instanceof Refusal) return refused(error);
      this.#log('error', `Command ${envelope.name} broke.`, error);
      return refused(new Refusal('internal'));
    }
  }

  /** Role and freshness. A log command may come late: that is what it is for. */
  #admit(actor: Actor, envelope: Envelope, name: CommandName): void {
    const rule = COMMANDS[name];
    if (!rule.roles.includes(actor.role)) throw new Refusal('forbidden');
    if (rule.class === 'log') return;
    if (envelope.bootId !== this.#bootId) throw new Refusal('other-boot');
    const age = this.#floor.clock.now() - envelope.issuedAt;
    if (age > LIVE_MAX_AGE_MS) throw new Refusal('stale', { lateMs: age });
    if (age < -LIVE_MAX_AHEAD_MS) throw new Refusal('ahead');
  }

  #journal(actor: Actor, { name, params, expect }: Envelope, reply: Reply): void {
    try {
      const at = this.#floor.clock.now();
      const outcome = reply.ok ? 'ok' : reply.code;
      // What was never read is not worth the disk, however much of it is sent.
      const sent = UNREAD.has(outcome) ? { params: null, expect: null } : { params, expect };
      this.#disk.journal({ ...actor, at, command: name, ...sent, outcome });
    } catch (error) {
      // What was done is done; a journal that cannot be written must not turn it into a refusal.
      this.#log('error', 'The journal could not be written.', error);
    }
  }
}

function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

/** What follows one movement of a hand is one line, and what cannot be read is one too. */
function isWorthALine({ name, params }: Envelope): boolean {
  if (!isCommandName(name)) return true;
  const rule = ruleOf(name);
  const read = rule.params.safeParse(params);
  return !read.success || (rule.journalled?.(read.data) ?? true);
}

function parse(envelope: Envelope, name: CommandName): CommandOf<CommandName> {
  const { params: paramsSchema, expect: expectSchema } = COMMANDS[name];
  const params = paramsSchema.safeParse(envelope.params);
  if (!params.success) throw new Refusal('invalid', { reason: firstIssue(params.error) });
  const expect = expectSchema.safeParse(envelope.expect);
  if (!expect.success) throw new Refusal('invalid', { reason: `expect: ${firstIssue(expect.error)}` });
  const { id, issuedAt } = envelope;
  return { id, issuedAt, name, params: params.data, expect: expect.data };
}

function refused({ code, params }: Refusal): Reply {
  return { ok: false, code, params, message: wordingOf(code, params) };
}

function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? 'malformed' : quoted(`${issue.path.join('.')} ${issue.message}`);
}
