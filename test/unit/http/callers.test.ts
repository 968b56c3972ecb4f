import { EventEmitter } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { Callers } from '../../../server/http/callers.js';

/** Connections from any address; `open` counts those that were not hung up on. */
function network() {
  const server = createServer();
  const callers = new Callers();
  callers.watch(server);
  let port = 10_000;
  const all: Caller[] = [];
  const call = (remoteAddress: string) => {
    const caller = new Caller(remoteAddress, port++);
    all.push(caller);
    server.emit('connection', caller);
    return caller;
  };
  const callFrom = (remoteAddress: string, count: number) =>
    Array.from({ length: count }, () => call(remoteAddress));
  return { callers, call, callFrom, open: () => all.filter(({ isOpen }) => isOpen).length };
}

/** As much of a socket as an end of a connection is known by. */
class Caller extends EventEmitter {
  isOpen = true;
  readonly localPort = 8088;
  readonly remoteAddress: string;
  readonly remotePort: number;

  constructor(remoteAddress: string, remotePort: number) {
    super();
    this.remoteAddress = remoteAddress;
    this.remotePort = remotePort;
  }

  destroy(): void {
    this.isOpen = false;
    this.emit('close');
  }
}

describe('strangers', () => {
  it('from one address lose the oldest connection to the newest, and those of others stay', () => {
    const { callFrom, call } = network();
    const other = call('192.0.2.7');
    const many = callFrom('192.0.2.66', 70);
    expect(many.map(({ isOpen }) => isOpen).filter(Boolean)).toHaveLength(60);
    expect(many.slice(0, 10).some(({ isOpen }) => isOpen)).toBe(false);
    expect(other.isOpen).toBe(true);
  });

  it('in one IPv6 network count as one, and from many addresses there are three hundred at most', () => {
    const { callFrom, open } = network();
    for (let host = 1; host <= 100; host++) callFrom(`2001:db8:1:2::${host.toString(16)}`, 1);
    expect(open()).toBe(60);
    for (let host = 1; host <= 250; host++) callFrom(`10.0.0.${host}`, 2);
    expect(open()).toBe(300);
  });

  it('from the network take nothing from this computer', () => {
    const { callFrom } = network();
    const overlays = callFrom('127.0.0.1', 100);
    for (let host = 1; host <= 250; host++) callFrom(`10.0.0.${host}`, 10);
    expect(overlays.every(({ isOpen }) => isOpen)).toBe(true);
  });
});

describe('a paired device', () => {
  it('stays, however many strangers come from its own address', () => {
    const { callers, call, callFrom } = network();
    const tablet = call('192.0.2.7');
    callers.isOf({ socket: tablet }, 'tablet');
    callFrom('192.0.2.7', 500);
    expect(tablet.isOpen).toBe(true);
  });

  it('with too many connections loses its own oldest ones', () => {
    const { callers, call } = network();
    const tablet = call('192.0.2.7');
    callers.isOf({ socket: tablet }, 'tablet');
    const greedy = Array.from({ length: 120 }, () => {
      const caller = call('192.0.2.8');
      callers.isOf({ socket: caller }, 'greedy');
      return caller;
    });
    expect(greedy.filter(({ isOpen }) => isOpen)).toHaveLength(100);
    expect(greedy.at(-1)?.isOpen).toBe(true);
    expect(tablet.isOpen).toBe(true);
  });
});
