import { describe, expect, it } from 'vitest';
import type { RefusalCode } from '../../../server/protocol/codes.js';
import type { Reply } from '../../../server/protocol/events.js';
import { Outbox, type Kept } from '../../../web/live/outbox.js';

const OK: Reply = { ok: true };
const no = (code: RefusalCode): Reply => ({ ok: false, code, params: {}, message: '' });
const mark = (markId: string) => ({ markId, note: '' });

/** As a browser's, of one device. */
function deviceStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

/** A page of a device, with its connection and its clock in the test's hands. */
function page(storage: () => Storage) {
  const it = {
    wall: 1_000_000,
    isOpen: false,
    replies: [] as Reply[],
    sent: [] as [markId: string, ageMs: number][],
    refused: [] as RefusalCode[],
    retries: [] as (() => void)[],
  };
  const outbox = new Outbox({
    storage,
    wall: () => it.wall,
    isOpen: () => it.isOpen,
    send: ({ params }, ageMs) => {
      it.sent.push([params.markId, ageMs]);
      return Promise.resolve(it.replies.shift() ?? OK);
    },
    after: (_, act) => it.retries.push(act),
    changed: () => undefined,
    refused: (_, reply) => void (reply.ok || it.refused.push(reply.code)),
  });
  return Object.assign(it, { outbox, waiting: () => ids(outbox.waiting) });
}

const ids = (waiting: readonly Kept[]) => waiting.map(({ params }) => params.markId);

describe('the outbox', () => {
  it('sends at once while the connection stands, and keeps nothing', async () => {
    const storage = deviceStorage();
    const device = page(() => storage);
    device.isOpen = true;
    device.outbox.add('mark.add', mark('a'));
    await device.outbox.deliver();
    await settled();
    expect(device.sent).toEqual([['a', 0]]);
    expect(device.waiting()).toEqual([]);
    expect(storage.length).toBe(0);
  });

  it('keeps what happened offline, and tells later how long ago each was, oldest first', async () => {
    const device = page(one(deviceStorage()));
    device.outbox.add('mark.add', mark('a'));
    device.wall += 20_000;
    device.outbox.add('mark.add', mark('b'));
    device.wall += 5000;
    expect(device.sent).toEqual([]);
    device.isOpen = true;
    await device.outbox.deliver();
    expect(device.sent).toEqual([
      ['a', 25_000],
      ['b', 5000],
    ]);
    expect(device.waiting()).toEqual([]);
  });

  it('keeps it over a reload of the page', async () => {
    const storage = deviceStorage();
    page(() => storage).outbox.add('mark.add', mark('a'));
    storage.setItem('showfloor.outbox.bad', '{"id":');
    const reloaded = page(() => storage);
    expect(reloaded.waiting()).toEqual(['a']);
    reloaded.isOpen = true;
    await reloaded.outbox.deliver();
    expect(reloaded.sent).toEqual([['a', 0]]);
  });

  it.each(['no-reply', 'not-saved', 'not-connected'] as const)(
    'keeps it on %s, and tries again after a while and no sooner',
    async (code) => {
      const device = page(one(deviceStorage()));
      device.outbox.add('mark.add', mark('a'));
      device.isOpen = true;
      device.replies = [no(code)];
      await device.outbox.deliver();
      await device.outbox.deliver();
      expect(device.waiting()).toEqual(['a']);
      expect(device.sent).toHaveLength(1);
      expect(device.retries).toHaveLength(1);
      for (const retry of device.retries) retry();
      await settled();
      expect(device.sent).toHaveLength(2);
      expect(device.waiting()).toEqual([]);
    },
  );

  it('says a no that is the last word, and goes on with the next', async () => {
    const device = page(one(deviceStorage()));
    device.outbox.add('mark.add', mark('a'));
    device.outbox.add('mark.add', mark('b'));
    device.isOpen = true;
    device.replies = [no('forbidden')];
    await device.outbox.deliver();
    expect(device.refused).toEqual(['forbidden']);
    expect(device.sent.map(([id]) => id)).toEqual(['a', 'b']);
    expect(device.waiting()).toEqual([]);
  });

  it('works without a storage, as long as the page is open', async () => {
    const device = page(() => {
      throw new Error('forbidden');
    });
    device.outbox.add('mark.add', mark('a'));
    device.isOpen = true;
    await device.outbox.deliver();
    expect(device.sent).toEqual([['a', 0]]);
  });
});

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function one(storage: Storage): () => Storage {
  return () => storage;
}
