import type { ScheduleFormat, ScheduleTable } from '../protocol/schedule.js';
import type { Params } from '../protocol/slices.js';
import { SCHEDULE, type ScheduleNeed, type ScheduleRefusal } from '../protocol/panelTexts/schedule.js';

/** This file is not read, and why, and where in it. */
export class ScheduleRefused extends Error {
  override readonly name = 'ScheduleRefused';

  constructor(
    readonly code: ScheduleRefusal,
    /** Line and column, path, or cell; null where it is about the whole file. */
    readonly place: string | null,
    params: Params,
  ) {
    super(SCHEDULE.refused[code](params));
  }
}

/** This file can be read once somebody has answered. */
export class ScheduleNeeds extends Error {
  override readonly name = 'ScheduleNeeds';

  constructor(
    readonly what: ScheduleNeed,
    readonly suggestion: string | null,
    params: Params,
    /** As far as it was understood. */
    readonly about: { format: ScheduleFormat; table: ScheduleTable | null },
  ) {
    super(SCHEDULE.needs[what]({ ...params, suggestion }));
  }
}
