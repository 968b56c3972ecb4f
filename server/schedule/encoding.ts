import { placeAt } from './place.js';
import { ScheduleRefused } from './refused.js';
import type { Remarks } from './remarks.js';

/**
 * The text of these bytes. UTF-8, UTF-16 of either order, with a mark or without, and what an XML says that it is.
 * Excel still writes Windows-1252: what is no UTF-8 anywhere is read as that. A mixture is refused, because one half of
 * the names would be wrong.
 */
export function textOf(bytes: Uint8Array, remarks: Remarks): string {
  const said = byMark(bytes) ?? byZeros(bytes) ?? byXml(bytes);
  const text = said === null ? byTrial(bytes, remarks) : decoded(bytes, said);
  const zero = text.indexOf('\0');
  if (zero !== -1) {
    throw new ScheduleRefused('other', placeAt(text, zero), {
      what: 'no text',
      instead: 'Choose the export of the schedule.',
    });
  }
  return text;
}

function byMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

/** UTF-16 without a mark: what schedules begin with is Latin, so that every other byte is 0. */
function byZeros(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0 && third === 0 && second !== 0 && fourth !== 0) return 'utf-16be';
  return second === 0 && fourth === 0 && first !== 0 && third !== 0 ? 'utf-16le' : null;
}

function byXml(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const named = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/u.exec(head)?.[1];
  return named === undefined || /^utf-?8$/iu.test(named) ? null : named;
}

function decoded(bytes: Uint8Array, encoding: string): string {
  const decoder = decoderOf(encoding, true);
  try {
    return decoder.decode(bytes);
  } catch {
    const text = decoderOf(encoding, false).decode(bytes);
    throw new ScheduleRefused('bad-encoding', placeAt(text, text.indexOf('\uFFFD')), { encoding });
  }
}

function decoderOf(encoding: string, fatal: boolean): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding, { fatal });
  } catch {
    throw new ScheduleRefused('bad-encoding', 'line 1', { encoding: `“${encoding}”, which nobody knows` });
  }
}

function byTrial(bytes: Uint8Array, remarks: Remarks): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const place = placeAt(text, text.indexOf('\uFFFD'));
    if (/[^\0-\x7F\uFFFD]/u.test(text)) throw new ScheduleRefused('mixed-encoding', place, {});
    remarks.add('read-as-windows', place, {});
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
