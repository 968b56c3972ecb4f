import { connect } from 'node:net';
import OBSWebSocket from 'obs-websocket-js/json';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startSimulator, type Simulator } from '../../../server/simulator/simulator.js';
import { failureOf, next } from '../../obs/requests/asking.js';

let simulator: Simulator;
let obs: OBSWebSocket;

beforeEach(async () => {
  simulator = await startSimulator({ port: 0, password: null, dialect: '5.1' });
  obs = new OBSWebSocket();
  await obs.connect(simulator.url);
});

afterEach(async () => {
  await simulator.stop();
});

describe('a fault', () => {
  it('of hanging answers neither request, ping nor newcomer until it ends, and then all of them', async () => {
    const ponged = new WebSocket(simulator.url);
    await once(ponged, 'open');
    const order: string[] = [];
    simulator.faults.hang();
    ponged.ping();
    const pong = once(ponged, 'pong').then(() => order.push('pong'));
    const answer = obs.call('GetVersion').then(() => order.push('answer'));
    const newcomer = new OBSWebSocket();
    const entrance = newcomer.connect(simulator.url).then(() => order.push('entrance'));
    await roundTrip(simulator.port);
    order.push('resumed');
    simulator.faults.resume();
    await Promise.all([pong, answer, entrance]);
    expect(order[0]).toBe('resumed');
    ponged.terminate();
    await newcomer.disconnect();
  });

  it('of dropping ends connections without a word and lets the next one in', async () => {
    const closed = closing(obs);
    simulator.faults.drop();
    expect(await closed).toMatchObject({ code: 1006 });
    await expect(obs.connect(simulator.url)).resolves.toMatchObject({ negotiatedRpcVersion: 1 });
  });

  it('of kicking closes with 4011', async () => {
    const closed = closing(obs);
    simulator.faults.kick();
    expect(await closed).toMatchObject({ code: 4011 });
  });

  it('of refusing gives one type of request the code that was asked for', async () => {
    simulator.faults.refuse('StartRecord', 207);
    expect(await failureOf(obs, 'StartRecord', undefined)).toBe(207);
    expect(await failureOf(obs, 'GetRecordStatus', undefined)).toBe(100);
    simulator.faults.clear();
    expect(await failureOf(obs, 'StartRecord', undefined)).toBe(100);
  });

  it('of lying says OK and does nothing', async () => {
    simulator.faults.lie('SetInputMute');
    await obs.call('SetInputMute', { inputName: 'Host mic', inputMuted: true });
    expect(await obs.call('GetInputMute', { inputName: 'Host mic' })).toEqual({ inputMuted: false });
  });

  it('of being slow delays every answer', async () => {
    simulator.faults.slow(150);
    const began = performance.now();
    await obs.call('GetVersion');
    expect(performance.now() - began).toBeGreaterThanOrEqual(145);
  });

  it('of reordering turns events around that belong together', async () => {
    simulator.faults.reorder();
    const order: string[] = [];
    for (const type of ['SceneCreated', 'SceneListChanged'] as const) obs.on(type, () => order.push(type));
    const both = Promise.all([next(obs, 'SceneCreated'), next(obs, 'SceneListChanged')]);
    await obs.call('CreateScene', { sceneName: 'Sofa' });
    await both;
    expect(order).toEqual(['SceneListChanged', 'SceneCreated']);
  });
});

describe('an end', () => {
  it('by quitting removes the scenes, says that it leaves, and closes with 1001', async () => {
    const heard: string[] = [];
    for (const type of ['SceneRemoved', 'ExitStarted'] as const) obs.on(type, () => heard.push(type));
    const closed = closing(obs);
    await simulator.quit();
    expect(await closed).toMatchObject({ code: 1001 });
    expect(heard).toEqual([...Array<string>(4).fill('SceneRemoved'), 'ExitStarted']);
  });

  it('by crashing frees the port, on which it comes back fresh', async () => {
    await obs.call('SetCurrentProgramScene', { sceneName: 'Demo' });
    const [closed, { url }] = [closing(obs), simulator];
    await simulator.crash();
    expect(await closed).toMatchObject({ code: 1006 });
    await expect(obs.connect(url)).rejects.toMatchObject({ code: -1 });
    await simulator.start();
    await obs.connect(url);
    expect(await obs.call('GetCurrentProgramScene')).toEqual({ currentProgramSceneName: 'Wide' });
  });
});

/** Resolves with how the connection ended. */
function closing(client: OBSWebSocket): Promise<unknown> {
  return new Promise((resolve) => client.once('ConnectionClosed', resolve));
}

/** By the time that this connection is up and gone, everything sent before it has arrived. */
function roundTrip(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(() => resolve()));
    socket.once('error', reject);
  });
}

function once(socket: WebSocket, type: 'open' | 'pong'): Promise<unknown> {
  return new Promise((resolve, reject) => {
    socket.once(type, resolve);
    socket.once('error', reject);
  });
}
