import { describe, expect, it } from 'vitest';
import { clickerAct, keyAct, type Where } from '../../../web/keys/keyAct.js';
import { assigned, mapOf } from '../../../web/keys/keyMap.js';

const map = mapOf({});
const plain = (code: string, key = '', where: Where = 'console') =>
  keyAct({ code, key, shiftKey: false }, map, where);
const shifted = (code: string, key = '') => keyAct({ code, key, shiftKey: true }, map, 'console');
const clicked = (code: string, where: Where = 'console', its = map) =>
  clickerAct({ code, key: '', shiftKey: false }, its, where);

describe('the keys of a console', () => {
  it.each(['1', '5', '9', '0'])('digit %s is the look in that place, on both rows of digits', (digit) => {
    expect(plain(`Digit${digit}`, 'é')).toEqual({ do: `look-${digit}` });
    expect(plain(`Numpad${digit}`, digit)).toEqual({ do: `look-${digit}` });
    expect(shifted(`Digit${digit}`)).toEqual({ do: `other-look-${digit}` });
  });

  it('takes a number pad without NumLock for arrows', () => {
    expect(plain('Numpad1', 'End')).toBeNull();
  });

  it.each([
    ['Enter', 'take'],
    ['NumpadEnter', 'take'],
    ['Space', 'go'],
    ['PageDown', 'go'],
    ['PageUp', 'hide-name'],
    ['KeyL', 'show-name'],
    ['KeyM', 'mark'],
    ['KeyR', 'record'],
    ['KeyS', 'stream'],
    ['Backspace', 'safe'],
  ])('%s is %s', (code, action) => {
    expect(plain(code)).toEqual({ do: action });
  });

  it('has the other half behind Shift', () => {
    expect(shifted('Enter')).toEqual({ do: 'cut' });
    expect(shifted('KeyL')).toEqual({ do: 'hide-name' });
    expect(shifted('KeyR')).toBeNull();
  });

  it.each(['F5', 'Period', 'KeyB'])('swallows the clicker’s %s', (code) => {
    expect(plain(code)).toEqual({ do: 'nothing' });
  });

  it('closes on Escape, and shows the map on a question mark wherever the layout has it', () => {
    expect(plain('Escape')).toEqual({ do: 'escape' });
    expect(shifted('Slash', '?')).toEqual({ do: 'map' });
    expect(shifted('Minus', '?')).toEqual({ do: 'map' });
  });

  it('leaves Enter to the button that got the focus by Tab, and never Space', () => {
    expect(plain('Enter', '', 'control')).toBeNull();
    expect(plain('Space', '', 'control')).toEqual({ do: 'go' });
  });

  it('leaves a field and a sheet all their keys but the reload', () => {
    for (const code of ['KeyR', 'Digit1', 'Space', 'Enter', 'Backspace', 'PageDown', 'KeyB']) {
      expect(plain(code, '', 'typing')).toBeNull();
      expect(plain(code, '', 'sheet')).toBeNull();
    }
    expect(plain('F5', '', 'typing')).toEqual({ do: 'nothing' });
    expect(plain('Escape', '', 'typing')).toBeNull();
    expect(plain('Escape', '', 'sheet')).toEqual({ do: 'escape' });
  });

  it('leaves every other key to the browser', () => {
    for (const code of ['Tab', 'KeyA', 'ArrowDown', 'F12', 'ShiftLeft']) expect(plain(code)).toBeNull();
  });
});

describe('the keys of a device with a clicker', () => {
  it.each(['console', 'control', 'sheet', 'typing'] as const)('forward and back act on: %s', (where) => {
    expect(clicked('PageDown', where)).toEqual({ do: 'go' });
    expect(clicked('PageUp', where)).toEqual({ do: 'hide-name' });
  });

  it.each(['F5', 'Escape', 'Period', 'KeyB', 'Enter', 'Tab', 'Space', 'KeyR', 'Digit1', 'ArrowRight'])(
    'swallows %s',
    (code) => {
      expect(clicked(code)).toEqual({ do: 'nothing' });
      expect(clicked(code, 'sheet')).toEqual({ do: 'nothing' });
    },
  );

  it('lets the arrows act that some clickers send, once they are given an action', () => {
    const its = assigned(map, 'go', 1, 'ArrowRight');
    expect(clicked('ArrowRight', 'console', its)).toEqual({ do: 'go' });
    expect(clicked('ArrowRight', 'typing', its)).toBeNull();
  });

  it('leaves letters to somebody who types, and neither the reload nor the closing key', () => {
    expect(clicked('KeyB', 'typing')).toBeNull();
    expect(clicked('F5', 'typing')).toEqual({ do: 'nothing' });
    expect(clicked('Escape', 'typing')).toEqual({ do: 'nothing' });
  });
});
