import type { ScheduleOptions, ScheduleRead } from '../protocol/schedule.js';
import { LIMITS } from './limits.js';
import { ScheduleNeeds, ScheduleRefused } from './refused.js';

/**
 * What a file of a schedule holds, what it leaves open, or why it is refused. It changes nothing, knows no file name and
 * nobody else of the server, so that it can run in a worker. Parsers of all formats come with the first file: a server
 * that imports none pays nothing for them.
 */
export async function read(bytes: Uint8Array, options: ScheduleOptions): Promise<ScheduleRead> {
  try {
    refuseSize(bytes);
    const { recognise } = await import('./recognise.js');
    const { settle } = await import('./settle.js');
    const { Remarks } = await import('./remarks.js');
    const remarks = new Remarks();
    const found = await recognise(bytes, options, remarks);
    return { is: 'read', schedule: settle(found, options, remarks), table: found.table };
  } catch (error) {
    if (error instanceof ScheduleRefused) {
      const { code, place, message } = error;
      return { is: 'refused', code, place, message };
    }
    if (error instanceof ScheduleNeeds) {
      const { what, suggestion, message, about } = error;
      return { is: 'needs', what, format: about.format, suggestion, message, table: about.table };
    }
    throw error;
  }
}

function refuseSize({ length }: Uint8Array): void {
  if (length === 0) throw new ScheduleRefused('empty', null, {});
  if (length > LIMITS.bytes) {
    throw new ScheduleRefused('too-large', null, {
      megabytes: Math.ceil(length / 1_048_576),
      most: LIMITS.bytes / 1_048_576,
    });
  }
}
