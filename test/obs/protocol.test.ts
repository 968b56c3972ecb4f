import { describe, expect, it } from 'vitest';
import { batches } from './protocol/batches.js';
import { INPUTS, JSON_ONLY, METERS, NOTHING, rawClients } from './protocol/clients.js';
import { proof, type RawClient } from './protocol/rawClient.js';
import { describeEachObs, type Target, type TargetKind } from './targets.js';

describeEachObs('obs-websocket', (target, kind) => {
  describe('a connection', () => beginnings(target, kind));
  describe('broken messages', () => brokenMessages(target));
  describe('batches', () => batches(target));
  describe('event subscriptions', () => subscriptions(target));
});

function beginnings(target: () => Target, kind: TargetKind) {
  const { stranger, friend } = rawClients(target);

  it('says hello with its version, the RPC version and a question about the password', async () => {
    const client = await stranger(JSON_ONLY);
    const hello = await client.nextOf(0);
    expect(hello).toEqual({
      obsWebSocketVersion: expect.stringMatching(kind.hasUuids ? /^5\.5\./ : /^5\.\d+\.\d+$/),
      rpcVersion: 1,
      authentication: { challenge: expect.any(String), salt: expect.any(String) },
    });
  });

  it('lets in who proves the password', async () => {
    const client = await stranger(JSON_ONLY);
    const hello = await client.nextOf(0);
    client.send({ op: 1, d: { rpcVersion: 1, authentication: proof(hello, target().password) } });
    expect(await client.next()).toEqual({ op: 2, d: { negotiatedRpcVersion: 1 } });
  });

  it.each([
    ['4009 without a proof', { rpcVersion: 1 }, 4009, /missing an `authentication`/],
    ['4009 on a wrong proof', { rpcVersion: 1, authentication: 'wrong' }, 4009, 'Authentication failed.'],
  ])('closes with %s', async (_title, d, code, reason) => {
    const client = await stranger(JSON_ONLY);
    client.send({ op: 1, d });
    expect(await client.closed).toEqual({ code, reason: expect.stringMatching(reason) });
  });

  it.each([
    ['4010 on an RPC version that it does not speak', { rpcVersion: 99 }, 4010],
    ['4003 without an RPC version', {}, 4003],
    ['4004 on an RPC version that is text', { rpcVersion: '1' }, 4004],
    ['4004 on subscriptions below zero', { rpcVersion: 1, eventSubscriptions: -1 }, 4004],
  ])('closes with %s', async (_title, d, code) => {
    const client = await stranger(JSON_ONLY);
    const authentication = proof(await client.nextOf(0), target().password);
    client.send({ op: 1, d: { ...d, authentication } });
    expect(await client.closed).toMatchObject({ code });
  });

  it('closes with 4007 on a request before the identification', async () => {
    const client = await stranger(JSON_ONLY);
    client.send({ op: 6, d: { requestType: 'GetVersion', requestId: '1' } });
    expect(await client.closed).toMatchObject({ code: 4007 });
  });

  it('closes with 4008 on a second identification', async () => {
    const client = await friend(NOTHING);
    client.send({ op: 1, d: { rpcVersion: 1 } });
    expect(await client.closed).toMatchObject({ code: 4008 });
  });

  it('speaks MessagePack to who asks for it', async () => {
    const client = await friend(INPUTS, ['obswebsocket.msgpack']);
    expect(client.subprotocol).toBe('obswebsocket.msgpack');
    const answer = await client.request('GetInputMute', { inputName: 'Host mic' });
    expect(answer).toMatchObject({ requestStatus: { code: 100 }, responseData: { inputMuted: false } });
  });

  it('takes the first sub-protocol that it knows, and JSON when none was offered', async () => {
    const choosy = await friend(NOTHING, ['unheard-of', 'obswebsocket.json']);
    expect(choosy.subprotocol).toBe('obswebsocket.json');
    const plain = await friend(NOTHING, []);
    expect(plain.subprotocol).toBe('');
    expect(await plain.request('GetStudioModeEnabled', undefined)).toMatchObject({
      requestStatus: { code: 100 },
    });
  });
}

function brokenMessages(target: () => Target) {
  const { friend } = rawClients(target);

  it.each([
    ['4002: no JSON', '{', 4002],
    ['4002: a list', '[]', 4002],
    ['4006: no `op`', { d: {} }, 4006],
    ['4006: an `op` that is text', { op: '6', d: {} }, 4006],
    ['4006: an unknown `op`', { op: 99, d: {} }, 4006],
    ['4006: an `op` of the server', { op: 5, d: {} }, 4006],
    ['4003: no `d`', { op: 6 }, 4003],
    ['4004: a `d` that is a list', { op: 6, d: [] }, 4004],
    ['4003: a request without id', { op: 6, d: { requestType: 'GetVersion' } }, 4003],
    ['4003: a request without type', { op: 6, d: { requestId: '1' } }, 4003],
    ['4004: a type that is a number', { op: 6, d: { requestId: '1', requestType: 5 } }, 4004],
    ['4003: a batch without requests', { op: 8, d: { requestId: '1' } }, 4003],
    ['4004: requests that are no list', { op: 8, d: { requestId: '1', requests: {} } }, 4004],
    ['4005: an unknown execution', { op: 8, d: { requestId: '1', requests: [], executionType: 5 } }, 4005],
    ['4004: a halt that is text', { op: 8, d: { requestId: '1', requests: [], haltOnFailure: 'x' } }, 4004],
  ])('end the connection with %s', async (_title, message, code) => {
    const client = await friend(NOTHING);
    if (typeof message === 'string') client.sendRaw(message);
    else client.send(message);
    expect(await client.closed).toMatchObject({ code });
  });

  it('end the connection with 4002: MessagePack to a JSON session', async () => {
    const client = await friend(NOTHING);
    client.sendRaw(new Uint8Array([0x80]));
    expect(await client.closed).toMatchObject({ code: 4002 });
  });

  it('leave other connections alone', async () => {
    const bystander = await friend(NOTHING);
    const client = await friend(NOTHING);
    client.sendRaw('{');
    await client.closed;
    expect(await bystander.request('GetStudioModeEnabled', undefined)).toMatchObject({
      requestStatus: { code: 100 },
    });
  });
}

function subscriptions(target: () => Target) {
  const { friend } = rawClients(target);

  it('let through what was asked for and nothing else', async () => {
    const listener = await friend(INPUTS);
    const deaf = await friend(NOTHING);
    const poke = await target().poke();
    await poke.call('SetInputMute', { inputName: 'Host mic', inputMuted: false });
    expect(await listener.nextOf(5)).toMatchObject({
      eventType: 'InputMuteStateChanged',
      eventIntent: INPUTS,
      eventData: { inputName: 'Host mic', inputMuted: false },
    });
    expect(await eventsUntilAnswered(deaf)).toEqual([]);
  });

  it('change with a reidentification', async () => {
    const client = await friend(NOTHING);
    client.send({ op: 3, d: { eventSubscriptions: INPUTS } });
    expect(await client.next()).toEqual({ op: 2, d: { negotiatedRpcVersion: 1 } });
    const poke = await target().poke();
    await poke.call('SetInputMute', { inputName: 'Host mic', inputMuted: false });
    expect(await client.nextOf(5)).toMatchObject({ eventType: 'InputMuteStateChanged' });
  });

  it('give level meters, twenty a second, only by name', async () => {
    const usual = await friend(2047);
    const metered = await friend(METERS);
    const first = await metered.nextOf(5);
    expect(first).toMatchObject({ eventType: 'InputVolumeMeters', eventIntent: METERS });
    const began = performance.now();
    for (let count = 0; count < 10; count++) await metered.nextOf(5);
    expect(performance.now() - began).toBeGreaterThan(250);
    usual.send({ op: 6, d: { requestType: 'GetStudioModeEnabled', requestId: '1' } });
    await usual.nextOf(7);
    expect(await usual.request('GetStudioModeEnabled', undefined)).toMatchObject({
      requestStatus: { code: 100 },
    });
  });
}

/** What came before the answer to a request that is sent now: whatever was let through until now is among it. */
async function eventsUntilAnswered(client: RawClient): Promise<unknown[]> {
  client.send({ op: 6, d: { requestType: 'GetStudioModeEnabled', requestId: '1' } });
  const types: unknown[] = [];
  for (;;) {
    const message = await client.next();
    if (message.op === 7) return types;
    types.push(message.d['eventType']);
  }
}
