import { BLANK, SESSIONS_ALONE, type FoundSession } from '../found.js';
import type { Format } from '../format.js';
import { splitNames, titleAndNames } from '../names.js';
import { ScheduleNeeds } from '../refused.js';
import { localAt, plusDays } from '../times.js';
import { peopleIn, startIn } from '../table/cells.js';
import { dayIn, looksLikeDay } from '../table/days.js';

/** A time or a range of times, and what is on then. */
const LINE =
  /^[\s*•·-]*(\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*(?:[-–—]|to|until|bis)\s*\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?m\.?)?)?)(?:\s*[-–—:|]\s*|\s+)(\S.*)$/iu;

/** What stands in a mail or a chat: lines that begin with a time, days as lines over them. */
export const lines: Format<string> = {
  recognises: (text) => text.split('\n').filter((line) => LINE.test(line)).length >= 2,
  read(text, options) {
    const about = { format: 'lines', table: null } as const;
    let day = options.firstDay;
    const sessions = text.split('\n').flatMap((raw, at): FoundSession[] => {
      const line = raw.trim().replace(/^#+\s*/u, '');
      if (looksLikeDay(line)) {
        const found = dayIn(line, options.firstDay, options.dateOrder);
        if (found?.is === 'needs') throw new ScheduleNeeds(found.what, null, { example: line }, about);
        day = found?.day ?? day;
        return [];
      }
      const [, time = '', rest = ''] = LINE.exec(line) ?? [];
      const start = startIn(time);
      if (start.is !== 'clock') return [];
      if (day === null) throw new ScheduleNeeds('first-day', null, { example: line.slice(0, 40) }, about);
      const { title, people } = inLine(rest);
      const isNextDay = options.dayChange !== null && start.clock < options.dayChange;
      const date = isNextDay ? plusDays(day, 1) : day;
      const end = start.to === null ? null : localAt(date, start.to + (start.to < start.clock ? 1440 : 0));
      return [{ ...BLANK, place: `line ${at + 1}`, title, people, start: localAt(date, start.clock), end }];
    });
    return { ...SESSIONS_ALONE, format: 'lines', sessions };
  },
};

/** `Title – Ada Lovelace`, `Title (Ada Lovelace, Grace Hopper)`: names only where they look like names. */
function inLine(text: string): Pick<FoundSession, 'title' | 'people'> {
  const [, before = '', inner = ''] = /^(.*\S)\s*\(([^()]+)\)$/u.exec(text) ?? [];
  const asLast = inner === '' ? titleAndNames(text) : titleAndNames(`${before} – ${inner}`);
  if (asLast.names === '' || splitNames(asLast.names).length === 0) return { title: text, people: [] };
  return { title: asLast.title, people: peopleIn(asLast.names) };
}
