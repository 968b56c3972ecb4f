import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFUSALS, type Role } from '../../server/protocol/codes.js';
import { COMMANDS, ruleOf, type CommandName } from '../../server/protocol/commands.js';
import type { Reply } from '../../server/protocol/events.js';
import { SLICES, nounOf } from '../../server/protocol/slices.js';
import { entriesOf } from '../../server/show/store.js';
import { heard, testEdge, type DeskClient } from '../fixtures/edge.js';
import { guestNamed } from '../fixtures/floor.js';
import { HOSTILE_TEXTS, inputsOf, nearly, UNSEEN, type Known } from './inputs.js';

// The table's keys are its names; Object.keys forgets that.
const NAMES = Object.keys(COMMANDS) as CommandName[];
/** Longer than any text of ours: what a page may put into what others are told. */
const LONGEST_TOLD = 400;
/** A time between two taps in which nobody is too fast, in ms. */
const BETWEEN_MS = 200;

type Edge = Awaited<ReturnType<typeof testEdge>>;

/** A floor with something of everything on it, and a page of each role at the desk. */
async function busyFloor() {
  const edge = await testEdge();
  const { floor, pairing, page, desk } = edge;
  floor.obsComes();
  floor.obs({ sound: [] });
  for (const name of ['Ada', '李小龍', 'Grace']) await guestNamed(floor, name);
  pairing.invite('host');
  for (const name of ['One', 'Another']) pairing.token('viewer', name);
  // Of what these pages are nobody gets to know the ids, or one would revoke another.
  const uuids = JSON.stringify(floor.store.state).match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g) ?? [];
  const pages = new Map<Role, DeskClient>();
  const deviceIds = new Map<Role, string>();
  for (const role of ['producer', 'host', 'viewer'] as const) {
    const { device, secret } = pairing.token(role, role);
    const client = desk({ ...page, token: secret });
    deviceIds.set(role, device.id);
    await heard(client, 'snapshot');
    pages.set(role, client);
  }
  const known = { uuids: [...new Set(uuids)], names: ['scene-wide', 'scene-close', 'mic'] };
  return { ...edge, pages, deviceIds, known };
}

/** Sends it as this page's and answers the reply. */
async function send(page: DeskClient | undefined, command: unknown): Promise<Reply> {
  // The types say what may be sent; these tests send everything else.
  const any = page as unknown as {
    timeout: (ms: number) => { emitWithAck: (...sent: unknown[]) => Promise<Reply> };
  };
  return any.timeout(3000).emitWithAck('command', command);
}

/** A reply is a yes, or a no that is on the list, said in bounded words. */
function expectReply(reply: Reply): void {
  if (reply.ok) return expect(reply).toEqual({ ok: true });
  expect(REFUSALS).toContain(reply.code);
  expect(reply.code).not.toBe('internal');
  expect(reply.code).not.toBe('too-fast');
  expectTellable(reply);
}

function expectTellable(told: unknown): void {
  expect(textsIn(told).filter((text) => UNSEEN.test(text) || text.length > LONGEST_TOLD)).toEqual([]);
}

/** Every text in it, names of fields included. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...textsIn(inner)]);
}

/** Slices that were looked at; they are replaced when they change. */
const sound = new WeakSet<object>();

/** Every slice is what its schema says, and has nothing in it that must not be shown. */
function expectSound({ floor }: Edge): void {
  for (const [key, value] of entriesOf(floor.store.state)) {
    if (value === null || sound.has(value)) continue;
    sound.add(value);
    expect(JSON.parse(JSON.stringify(value)), key).toEqual(value);
    const rule = SLICES[nounOf(key)];
    if ('schema' in rule) expect(rule.schema.parse(value), key).toEqual(value);
    expect(
      textsIn(value).filter((text) => UNSEEN.test(text)),
      key,
    ).toEqual([]);
  }
  expectTellable(floor.troubles());
}

/** Who may not change anything has not: neither the show nor OBS. */
async function unchanged(edge: Edge, act: () => Promise<void>): Promise<void> {
  const { store, device } = edge.floor;
  const [state, asked] = [store.state, device.asked.length];
  await act();
  expect(store.state).toBe(state);
  expect(device.asked).toHaveLength(asked);
}

function commandsOf(name: CommandName, known: Known) {
  const { params, expect: expected } = ruleOf(name);
  const [right, seen] = [inputsOf(params, known), inputsOf(expected, known)];
  return fc.record({
    params: fc.oneof({ weight: 2, arbitrary: right }, nearly(right), fc.jsonValue()),
    expect: fc.oneof({ weight: 3, arbitrary: seen }, nearly(seen)),
  });
}

it('every command answers whatever params it gets, changes nothing for who may not, and leaves every slice whole', async () => {
  const edge = await busyFloor();
  const { floor, pages, known } = edge;
  for (const name of NAMES) {
    const roles = fc.constantFrom<Role>('producer', 'host', 'viewer');
    const property = fc.asyncProperty(commandsOf(name, known), roles, async (sent, role) => {
      await floor.clock.pass(BETWEEN_MS);
      const command = { id: randomUUID(), name, ...sent, bootId: floor.bootId, issuedAt: floor.clock.now() };
      const ask = async () => expectReply(await send(pages.get(role), command));
      if (ruleOf(name).roles.includes(role)) await ask();
      else await unchanged(edge, ask);
      expectSound(edge);
    });
    await fc.assert(property, { numRuns: 25, seed: 4 });
  }
});

describe('what is no command', () => {
  it('is answered with a no or not at all, and changes nothing', async () => {
    const edge = await busyFloor();
    const { floor, pages } = edge;
    const frame = fc.record(
      {
        id: fc.oneof(fc.uuid(), fc.jsonValue()),
        name: fc.oneof(fc.constantFrom<unknown>(...HOSTILE_TEXTS), fc.jsonValue()),
        params: fc.jsonValue(),
        bootId: fc.constantFrom<unknown>(floor.bootId, randomUUID(), 7),
        issuedAt: fc.oneof(fc.constant(floor.clock.now()), fc.double(), fc.jsonValue()),
        __proto__: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const property = fc.asyncProperty(fc.oneof(frame, fc.jsonValue({ maxDepth: 8 })), async (raw) => {
      await floor.clock.pass(BETWEEN_MS);
      await unchanged(edge, async () => expectReply(await send(pages.get('producer'), raw)));
      expectTellable(floor.troubles());
    });
    await fc.assert(property, { numRuns: 300, seed: 4 });
  });

  it('is nothing at all from an overlay, whatever it is', async () => {
    const edge = await busyFloor();
    const { floor, overlay } = edge;
    const page = overlay();
    await heard(page, 'snapshot');
    // The types say what may be sent; this test sends everything else.
    const any = page as unknown as { emit: (event: string, ...sent: unknown[]) => void };
    const events = fc.constantFrom('command', 'watch', 'renderer.hello', 'renderer.report', 'patch', 'flash');
    const property = fc.asyncProperty(
      events,
      fc.array(fc.jsonValue(), { maxLength: 3 }),
      async (event, sent) => {
        floor.clock.passAtOnce(BETWEEN_MS);
        await unchanged(edge, async () => {
          any.emit(event, ...sent);
          await page.timeout(3000).emitWithAck('clock');
        });
      },
    );
    await fc.assert(property, { numRuns: 200, seed: 4 });
  });
});

it('every command leaves one line in the journal: who asked for what, from which device, and what came of it', async () => {
  const edge = await busyFloor();
  const { floor, pages, deviceIds } = edge;
  const known: Known = { uuids: [randomUUID()], names: ['scene-wide'] };
  const lines = floor.db.prepare('SELECT device_id, role, command, outcome FROM journal');
  // What follows one movement of a hand is one line, when it ends.
  for (const [index, name] of NAMES.filter((one) => ruleOf(one).journalled === undefined).entries()) {
    const role = (['producer', 'host', 'viewer'] as const)[index % 3] ?? 'viewer';
    const [sent] = fc.sample(commandsOf(name, known), { numRuns: 1, seed: 4 });
    await floor.clock.pass(BETWEEN_MS);
    const before = lines.raw().all().length;
    const command = { id: randomUUID(), name, ...sent, bootId: floor.bootId, issuedAt: floor.clock.now() };
    const reply = await send(pages.get(role), command);
    const added = lines.raw().all().slice(before);
    expect(added).toEqual([[deviceIds.get(role), role, name, reply.ok ? 'ok' : reply.code]]);
  }
});
