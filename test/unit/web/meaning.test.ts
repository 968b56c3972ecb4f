import { describe, expect, it } from 'vitest';
import { SETTLE_MS } from '../../../server/protocol/codes.js';
import { Meaning } from '../../../web/parts/meaning.js';

function setUp() {
  const clock = { now: 0 };
  const target = new Meaning(() => clock.now);
  target.becomes('show Ada');
  clock.now = 5000;
  return { clock, target };
}

describe('a target', () => {
  it('takes a tap when it has meant the same for a while', () => {
    const { target } = setUp();
    target.press();
    expect(target.accepts(true)).toBe(true);
  });

  it('ignores a tap just after its meaning changed, by finger and by key', () => {
    const { clock, target } = setUp();
    target.becomes('hide Ada');
    clock.now += SETTLE_MS - 1;
    target.press();
    expect(target.accepts(true)).toBe(false);
    expect(target.accepts(false)).toBe(false);
    clock.now += 1;
    expect(target.accepts(false)).toBe(true);
  });

  it('ignores a press that outlived the meaning it began with, however late the finger goes', () => {
    const { clock, target } = setUp();
    target.press();
    target.becomes('hide Ada');
    clock.now += 60_000;
    expect(target.accepts(true)).toBe(false);
  });

  it('does not settle anew when it is told the same meaning again', () => {
    const { target } = setUp();
    target.becomes('show Ada');
    expect(target.accepts(false)).toBe(true);
  });
});
