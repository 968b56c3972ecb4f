import { BLANK, idOf, NOBODY, type Found, type FoundSession } from '../found.js';
import { dateOf, dayChangeOf, dayEndOf, lengthOf, startOf } from '../frab.js';
import type { Format } from '../format.js';
import { flag } from '../loose.js';
import { clockOf, momentOf } from '../times.js';
import { attributeOf, childOf, childrenOf, textOfChild, type XmlElement } from '../xml.js';

/**
 * `schedule.xml` of frab, pretalx and FOSDEM. None of the real ones keeps to its schema: children come in any order,
 * and FOSDEM up to 2023 has neither dates nor a zone.
 */
export const scheduleXml: Format<XmlElement> = {
  recognises: (root) =>
    root.name === 'schedule' && childrenOf(root, 'day').some((day) => childrenOf(day, 'room').length > 0),
  read(root) {
    const conference = childOf(root, 'conference');
    const days = childrenOf(root, 'day');
    const dayChange = clockOf(textOfChild(conference, 'day_change') ?? '');
    const rooms = days.flatMap((day) => childrenOf(day, 'room'));
    return {
      format: 'schedule-xml',
      title: textOfChild(conference, 'title') ?? textOfChild(conference, 'acronym'),
      version: textOfChild(root, 'version'),
      zone: textOfChild(conference, 'time_zone_name'),
      city: textOfChild(conference, 'city'),
      dayChange: dayChange ?? firstDayEnd(days),
      rooms: rooms.map((room) => ({ name: attributeOf(room, 'name'), sourceId: attributeOf(room, 'guid') })),
      sessions: days.flatMap((day) => sessionsOf(day, dayChange)),
      sponsors: [],
      table: null,
    } satisfies Found;
  },
};

function firstDayEnd(days: readonly XmlElement[]): number | null {
  const [first] = days;
  return first === undefined ? null : dayEndOf(dateOf(attributeOf(first, 'date')), attributeOf(first, 'end'));
}

function sessionsOf(day: XmlElement, dayChange: number | null): FoundSession[] {
  const date = dateOf(attributeOf(day, 'date'));
  const change = dayChange ?? dayChangeOf(attributeOf(day, 'start'));
  return childrenOf(day, 'room').flatMap((room) =>
    childrenOf(room, 'event').map((event) => ({
      ...sessionOf(event, date, change),
      rooms: [textOfChild(event, 'room') ?? attributeOf(room, 'name')],
    })),
  );
}

function sessionOf(event: XmlElement, day: string | null, dayChange: number | null): FoundSession {
  const recording = childOf(event, 'recording');
  return {
    ...BLANK,
    place: event.place,
    id: idOf({
      guid: attributeOf(event, 'guid'),
      code: attributeOf(event, 'code'),
      id: attributeOf(event, 'id'),
    }),
    title: textOfChild(event, 'title'),
    subtitle: textOfChild(event, 'subtitle'),
    type: textOfChild(event, 'type'),
    ...startOf(textOfChild(event, 'date'), textOfChild(event, 'start'), day, dayChange),
    end: momentOf(textOfChild(event, 'end') ?? ''),
    minutes: lengthOf(textOfChild(event, 'duration')),
    day,
    track: textOfChild(event, 'track'),
    language: textOfChild(event, 'language'),
    abstract: textOfChild(event, 'abstract'),
    description: textOfChild(event, 'description'),
    people: ['persons', 'speakers']
      .flatMap((name) => childrenOf(event, name))
      .flatMap((people) => people.children)
      .map((person) => ({
        ...NOBODY,
        sourceId: attributeOf(person, 'guid') ?? attributeOf(person, 'code') ?? attributeOf(person, 'id'),
        name: person.text.trim() || attributeOf(person, 'name') || textOfChild(person, 'name'),
        biography: textOfChild(person, 'biography'),
      })),
    doNotRecord: flag(textOfChild(recording, 'optout')),
    licence: textOfChild(recording, 'license'),
    url: textOfChild(event, 'url'),
    links: childrenOf(childOf(event, 'links'), 'link').flatMap((link) => {
      const url = attributeOf(link, 'href');
      return url === null ? [] : { title: link.text.trim() || url, url };
    }),
  };
}
