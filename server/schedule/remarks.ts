import type { ScheduleRemark } from '../protocol/schedule.js';
import { SCHEDULE, type ScheduleRemarkCode } from '../protocol/panelTexts/schedule.js';
import type { Params } from '../protocol/slices.js';

/** How many places are named of what is odd in many. */
const PLACES = 5;

/** What is odd in a file and stops nothing, the same said once with how often and where. */
export class Remarks {
  readonly #said = new Map<string, ScheduleRemark>();

  add(code: ScheduleRemarkCode, place: string | null, params: Params): void {
    const message = SCHEDULE.remarks[code](params);
    // What differs from case to case (the text that was not understood) is shown of the first one alone.
    const said = this.#said.get(code) ?? { code, message, count: 0, places: [] };
    said.count += 1;
    if (place !== null && said.places.length < PLACES) said.places.push(place);
    this.#said.set(code, said);
  }

  list(): ScheduleRemark[] {
    return [...this.#said.values()];
  }
}
