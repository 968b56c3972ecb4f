import { describe, expect, it } from 'vitest';
import { keyAct } from '../../../web/keys/keyMap.js';

const plain = (code: string, key = '') => keyAct({ code, key, shiftKey: false });
const shifted = (code: string, key = '') => keyAct({ code, key, shiftKey: true });

describe('the key map', () => {
  it.each(['1', '5', '9', '0'])(
    'digit %s taps its tile, on both rows of digits and in any layout',
    (digit) => {
      const tap = { do: 'tap', key: `Digit${digit}` };
      expect(plain(`Digit${digit}`, 'é')).toEqual(tap);
      expect(plain(`Numpad${digit}`)).toEqual(tap);
    },
  );

  it('leaves Shift and a digit for what will come', () => {
    expect(shifted('Digit1', '!')).toBeNull();
  });

  it('shows the next name on L and takes it off on Shift+L', () => {
    expect(plain('KeyL')).toEqual({ do: 'tap', key: 'KeyL' });
    expect(shifted('KeyL')).toEqual({ do: 'tap', key: 'Shift+KeyL' });
  });

  it('taps record on R', () => {
    expect(plain('KeyR')).toEqual({ do: 'tap', key: 'KeyR' });
    expect(shifted('KeyR')).toBeNull();
  });

  it.each(['PageUp', 'PageDown', 'F5', 'Period', 'KeyB'])('swallows the clicker’s %s', (code) => {
    expect(plain(code)).toEqual({ do: 'swallow' });
  });

  it('closes on Escape, and shows the map on a question mark wherever the layout has it', () => {
    expect(plain('Escape')).toEqual({ do: 'escape' });
    expect(shifted('Slash', '?')).toEqual({ do: 'map' });
    expect(shifted('Minus', '?')).toEqual({ do: 'map' });
  });

  it('leaves every other key to the browser', () => {
    for (const code of ['Tab', 'Space', 'Enter', 'KeyA', 'ArrowDown', 'F12']) expect(plain(code)).toBeNull();
  });
});
