import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../server/protocol/slices.js';
import { inOrder } from '../../../web/messages/order.js';

const alert = (code: Alert['code'], at: number): Alert => ({ id: code, code, params: {}, subject: code, at });

describe('messages', () => {
  it('stand with the newest first, and what is not kept or not sent out on top of all', () => {
    const alerts = [
      alert('stream-not-recorded', 1),
      alert('renderer-lost', 2),
      alert('cut-unconfirmed', 3),
      alert('memory-only', 4),
    ];
    expect(inOrder(alerts).map(({ code }) => code)).toEqual([
      'memory-only',
      'stream-not-recorded',
      'cut-unconfirmed',
      'renderer-lost',
    ]);
  });
});
