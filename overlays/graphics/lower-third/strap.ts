import type { Person } from './people.js';
import type { Place } from './place.js';
import { directionOf, hanLanguageOf, isDeep } from './script.js';

/** The plates of one lower third, from left to right as people sit. */
export interface Strap {
  row: HTMLElement;
  plates: Plate[];
}

export interface Plate {
  box: HTMLElement;
  name: HTMLElement;
  detail: HTMLElement;
  direction: 'ltr' | 'rtl';
}

/** Builds the plates. Texts are only ever set as text: a name is never markup. */
export function buildStrap(people: readonly Person[], { align, raised }: Place): Strap {
  const plates = people.map(plateOf);
  const row = part('div', 'row');
  row.dataset['align'] = align;
  if (raised) row.dataset['raised'] = '';
  if (people.some(({ name }) => isDeep(name))) row.dataset['deep'] = '';
  row.append(...plates.map((plate) => plate.box));
  return { row, plates };
}

function plateOf({ name, pronouns, title, organisation }: Person): Plate {
  const direction = directionOf(name);
  const box = part('section', 'plate');
  box.dir = direction;
  box.lang = hanLanguageOf(`${name} ${title} ${organisation}`);
  const nameLine = line('name', direction);
  nameLine.append(text('bdi', 'full', name));
  if (pronouns !== '') nameLine.append(text('span', 'gap', ' '), text('bdi', 'pronouns', pronouns));
  // Its own direction for the order of its parts; the plate's for the side it stands on.
  const detail = line('detail', directionOf(title || organisation));
  if (title !== '') detail.append(text('bdi', 'title', title));
  if (title !== '' && organisation !== '') detail.append(text('span', 'dot', '\u00A0\u00B7'), ' ');
  if (organisation !== '') detail.append(text('bdi', 'organisation', organisation));
  box.append(part('div', 'bar'), nameLine, detail);
  return { box, name: nameLine, detail, direction };
}

function line(name: string, direction: string): HTMLElement {
  const element = part('p', name);
  element.dir = direction;
  return element;
}

/** In a `bdi` a Hebrew name does not turn the English title beside it around. */
function text(tag: 'bdi' | 'span', name: string, content: string): HTMLElement {
  const element = part(tag, name);
  element.textContent = content;
  return element;
}

function part(tag: string, name: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}
