import { describe, expect, it } from 'vitest';
import { caught } from '../../../web/keys/capture.js';
import { mapOf } from '../../../web/keys/keyMap.js';

const map = mapOf({});
const press = (code: string, key = '') => caught({ code, key, shiftKey: false }, map, 'mark');

describe('a key that is pressed for an action', () => {
  it('is given when nobody has it, or this action has it already', () => {
    expect(press('F13')).toEqual({ kind: 'free', stroke: 'F13' });
    expect(press('KeyM')).toEqual({ kind: 'free', stroke: 'KeyM' });
  });

  it('is asked for when another action has it', () => {
    expect(press('KeyR')).toEqual({ kind: 'taken', stroke: 'KeyR', by: 'record' });
    expect(press('Numpad1', '1')).toEqual({ kind: 'taken', stroke: 'Digit1', by: 'look-1' });
  });

  it('is refused when clickers send it, or when it is the key map’s', () => {
    expect(press('Period', '.')).toEqual({ kind: 'refused', why: 'clicker' });
    expect(press('F5')).toEqual({ kind: 'refused', why: 'clicker' });
    expect(press('Slash', '?')).toEqual({ kind: 'refused', why: 'map' });
  });

  it('is none while only a modifier is down', () => {
    expect(press('ShiftLeft', 'Shift')).toEqual({ kind: 'none' });
  });
});
