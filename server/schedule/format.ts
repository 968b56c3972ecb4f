import type { ScheduleOptions } from '../protocol/schedule.js';
import type { Found } from './found.js';
import type { Remarks } from './remarks.js';
import type { XmlElement } from './xml.js';

/** What a file can be before it is known which schedule it is. */
export interface Sources {
  json: unknown;
  xml: XmlElement;
  text: string;
  /** A zip with sheets in it. */
  workbook: Uint8Array;
}

/** One format: whether this is one, by what is in it, and what it holds. */
export interface Format<Source> {
  recognises: (source: Source) => boolean;
  read: (source: Source, options: ScheduleOptions, remarks: Remarks) => Found | Promise<Found>;
}
