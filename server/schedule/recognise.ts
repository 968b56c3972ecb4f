import type { ScheduleOptions } from '../protocol/schedule.js';
import { textOf } from './encoding.js';
import type { Format, Sources } from './format.js';
import { FORMATS } from './formats.js';
import type { Found } from './found.js';
import { readJson } from './json.js';
import { refuseOtherBytes, refuseOtherJson, refuseOtherText, refuseOtherXml } from './others.js';
import { ScheduleRefused } from './refused.js';
import type { Remarks } from './remarks.js';
import { readXml } from './xml.js';

/** What these bytes hold, by their content alone: names of files and types that servers send are often wrong. */
export async function recognise(
  bytes: Uint8Array,
  options: ScheduleOptions,
  remarks: Remarks,
): Promise<Found> {
  refuseOtherBytes(bytes);
  if (isZip(bytes)) return firstOf('workbook', bytes, options, remarks);
  const text = textOf(bytes, remarks);
  const start = text.trimStart();
  if (start === '') throw new ScheduleRefused('empty', null, {});
  refuseOtherText(start);
  if (/^[[{]/u.test(start)) {
    const json = readJson(text);
    return firstOf('json', json, options, remarks, refuseOtherJson);
  }
  if (/^<[?!\w]/u.test(start)) {
    const root = await readXml(text, remarks);
    return firstOf('xml', root, options, remarks, refuseOtherXml);
  }
  return firstOf('text', text, options, remarks);
}

async function firstOf<Kind extends keyof Sources>(
  kind: Kind,
  source: Sources[Kind],
  options: ScheduleOptions,
  remarks: Remarks,
  refuseOther: (source: Sources[Kind]) => void = () => undefined,
): Promise<Found> {
  const formats: readonly Format<Sources[Kind]>[] = FORMATS[kind];
  const format = formats.find(({ recognises }) => recognises(source));
  if (format !== undefined) return format.read(source, options, remarks);
  refuseOther(source);
  throw new ScheduleRefused('unknown-format', null, {});
}

function isZip([first, second, third, fourth]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b && third === 0x03 && fourth === 0x04;
}
