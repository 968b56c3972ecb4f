import type { Person } from './people.js';
import type { Place } from './place.js';
import { directionOf, hanLanguageOf, isDeep } from './script.js';

const ORDER = ['name', 'pronouns', 'title', 'organisation'] as const;

/** The plates of one lower third, from left to right as people sit. */
export interface Strap {
  row: HTMLElement;
  plates: Plate[];
}

export interface Plate {
  box: HTMLElement;
  name: HTMLElement;
  detail: HTMLElement;
  /** What stands on it: who has no title has no place for one. */
  texts: ReadonlyMap<keyof Person, HTMLElement>;
  direction: 'ltr' | 'rtl';
}

/** Builds the plates. Texts are only ever set as text: a name is never markup. */
export function buildStrap(people: readonly Person[], place: Place): Strap {
  const strap = { row: part('div', 'row'), plates: people.map(plateFor) };
  fill(strap, people, place);
  strap.row.append(...strap.plates.map((plate) => plate.box));
  return strap;
}

/** Puts other people on the plates that are there; false, and nothing done, where they need other plates. */
export function refillStrap(strap: Strap, people: readonly Person[], place: Place): boolean {
  const shapes = strap.plates.map(({ texts }) => [...texts.keys()].join(' '));
  if (shapes.join() !== people.map((person) => textsOf(person).join(' ')).join()) return false;
  fill(strap, people, place);
  return true;
}

function fill({ row, plates }: Strap, people: readonly Person[], { align, raised }: Place): void {
  row.dataset['align'] = align;
  row.toggleAttribute('data-raised', raised);
  row.toggleAttribute(
    'data-deep',
    people.some(({ name }) => isDeep(name)),
  );
  for (const [at, person] of people.entries()) {
    const plate = plates[at];
    if (plate !== undefined) write(plate, person);
  }
}

/** Touches only what differs. */
function write(plate: Plate, person: Person): void {
  const { name, title, organisation } = person;
  const { box, texts } = plate;
  plate.direction = directionOf(name);
  turn(box, plate.direction);
  turn(plate.name, plate.direction);
  // Its own direction for the order of its parts; the plate's for the side it stands on.
  turn(plate.detail, directionOf(title || organisation));
  const language = hanLanguageOf(`${name} ${title} ${organisation}`);
  if (box.lang !== language) box.lang = language;
  for (const [text, element] of texts) {
    if (element.textContent !== person[text]) element.textContent = person[text];
  }
}

function turn(element: HTMLElement, direction: string): void {
  if (element.dir !== direction) element.dir = direction;
}

function plateFor(person: Person): Plate {
  // In a `bdi` a Hebrew name does not turn the English title beside it around.
  const texts = new Map(textsOf(person).map((text) => [text, part('bdi', text === 'name' ? 'full' : text)]));
  const name = lineOf('name', texts, ['name', 'pronouns'], [sign('gap', ' ')]);
  const dot = [sign('dot', '\u00A0\u00B7'), ' '];
  const detail = lineOf('detail', texts, ['title', 'organisation'], dot);
  const box = part('section', 'plate');
  box.append(part('div', 'bar'), name, detail);
  return { box, name, detail, texts, direction: 'ltr' };
}

/** Two texts with something between them, or the one that there is. */
function lineOf(
  line: string,
  texts: Plate['texts'],
  [first, second]: [keyof Person, keyof Person],
  between: readonly (Node | string)[],
): HTMLElement {
  const element = part('p', line);
  const [before, after] = [texts.get(first), texts.get(second)];
  if (before !== undefined) element.append(before);
  if (before !== undefined && after !== undefined) element.append(...between);
  if (after !== undefined) element.append(after);
  return element;
}

/** The texts that a person has, in their order on the plate. */
function textsOf(person: Person): (keyof Person)[] {
  return ORDER.filter((text) => person[text] !== '');
}

function sign(name: string, content: string): HTMLElement {
  const element = part('span', name);
  element.textContent = content;
  return element;
}

function part(tag: string, name: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}
