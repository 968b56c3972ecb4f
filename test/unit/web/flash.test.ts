import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SETTLE_MS } from '../../../server/protocol/codes.js';
import type { Live } from '../../../web/live/live.js';
import { Flash } from '../../../web/devices/flash.svelte.js';

describe('a flash by which a device is found', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function flashing() {
    const socket = new EventEmitter();
    // As much of a socket as is listened to.
    const flash = new Flash({ socket: socket as unknown as Live<'/desk'>['socket'] });
    const stop = flash.start();
    return { flash, stop, look: (name: string) => socket.emit('flash', { name }) };
  }

  it('shows the name of the device, and is over by itself after four seconds', () => {
    const { flash, look } = flashing();
    expect(flash.name).toBeNull();
    look('Desk');
    vi.advanceTimersByTime(3999);
    expect(flash.name).toBe('Desk');
    vi.advanceTimersByTime(1);
    expect([flash.name, flash.takesTaps]).toEqual([null, false]);
  });

  it('lets a tap through that was under way, takes a later one, and ends by it', () => {
    const { flash, look } = flashing();
    look('Desk');
    vi.advanceTimersByTime(SETTLE_MS - 1);
    expect(flash.takesTaps).toBe(false);
    vi.advanceTimersByTime(1);
    expect(flash.takesTaps).toBe(true);
    flash.end();
    expect([flash.name, flash.takesTaps]).toEqual([null, false]);
  });

  it('begins anew when it is asked for again, and shows nothing once the page stopped listening', () => {
    const { flash, stop, look } = flashing();
    look('Desk');
    vi.advanceTimersByTime(3000);
    look('Desk by the door');
    vi.advanceTimersByTime(3000);
    expect(flash.name).toBe('Desk by the door');
    stop();
    look('Desk');
    expect(flash.name).toBeNull();
  });
});
