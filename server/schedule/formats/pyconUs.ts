import { BLANK, idOf, NOBODY, type FoundPerson, type FoundSession } from '../found.js';
import type { Format } from '../format.js';
import { flag, list, record, text, type Loose } from '../loose.js';
import { plainLine } from '../plainText.js';
import { momentOf } from '../times.js';
import type { ScheduleSponsor } from '../../protocol/schedule.js';

/** PyCon US `conference.json`: slots, some with parts (posters), and the sponsors, who have the booths. */
export const pyconUs: Format<unknown> = {
  recognises: (value) => slotsOf(value)[1].some((slot) => 'conf_key' in record(slot)),
  read(value) {
    const conference = record(record(value)['conference']);
    const [path, slots] = slotsOf(value);
    return {
      format: 'pycon-us',
      title: text(conference['name']) ?? text(conference['title']),
      version: null,
      zone: text(conference['time_zone_name']) ?? text(conference['timezone']),
      city: text(conference['city']),
      dayChange: null,
      rooms: [],
      sessions: slots.map((slot, at) => slotOf(record(slot), `${path}[${at}]`)),
      sponsors: sponsorsOf(conference['sponsors']),
      table: null,
    };
  },
};

/** Older years are a bare list. */
function slotsOf(value: unknown): [path: string, slots: unknown[]] {
  return Array.isArray(value) ? ['', value] : ['schedule', list(record(value)['schedule'])];
}

function slotOf(slot: Loose, place: string): FoundSession {
  const starts = text(slot['start']);
  const start = starts === null ? null : momentOf(starts);
  const released = flag(slot['released']);
  const rooms = list(slot['rooms']).map(text);
  return {
    ...BLANK,
    place,
    id: idOf({ id: text(slot['conf_key']) }),
    title: text(slot['name']),
    type: text(slot['kind']),
    start,
    badTime: start === null ? starts : null,
    end: momentOf(text(slot['end']) ?? ''),
    minutes: typeof slot['duration'] === 'number' ? slot['duration'] : null,
    rooms: rooms.length > 0 ? rooms : [text(slot['room'])],
    track: text(slot['section']),
    description: text(slot['description']),
    people: peopleOf(slot),
    // `released`: the speaker gave permission to publish the recording.
    doNotRecord: released === null ? null : !released,
    licence: text(slot['license']),
    url: text(slot['conf_url']),
    isCancelled: flag(slot['cancelled']) === true,
    parts: list(slot['sessions']).map((part, at) => slotOf(record(part), `${place}.sessions[${at}]`)),
  };
}

/** Speakers with ids, or of older years names alone. */
function peopleOf(slot: Loose): FoundPerson[] {
  const speakers = list(slot['speakers']).map(record);
  if (speakers.length > 0) {
    return speakers.map((speaker) => ({
      ...NOBODY,
      sourceId: text(speaker['id']),
      name: text(speaker['name']),
      biography: text(speaker['bio']),
      photoUrl: text(speaker['photo']),
    }));
  }
  return list(slot['authors']).map((name) => ({ ...NOBODY, name: text(name) }));
}

/** By level, as PyCon has them, or one list. */
function sponsorsOf(sponsors: unknown): ScheduleSponsor[] {
  const levels = Array.isArray(sponsors) ? [sponsors] : Object.values(record(sponsors)).map(list);
  return levels
    .flat()
    .map(record)
    .flatMap((sponsor) => {
      const name = plainLine(text(sponsor['name']));
      return name === '' ? [] : { name, level: text(sponsor['level']), logoUrl: text(sponsor['logo_url']) };
    });
}
