/** One person as the lower third names them; absent texts are empty. */
export interface Person {
  name: string;
  pronouns: string;
  title: string;
  organisation: string;
}

const MOST = 4;

/** The people in what a renderer handed over, or null when it is not what the manifest's schema says. */
export function peopleIn(data: unknown): Person[] | null {
  const people = property(data, 'people');
  if (!Array.isArray(people) || people.length === 0 || people.length > MOST) return null;
  const persons = people.map(personIn);
  return persons.every((person) => person.name !== '') ? persons : null;
}

function personIn(entry: unknown): Person {
  return {
    name: textOf(entry, 'name'),
    pronouns: textOf(entry, 'pronouns'),
    title: textOf(entry, 'title'),
    organisation: textOf(entry, 'organisation'),
  };
}

function textOf(entry: unknown, name: keyof Person): string {
  const text = property(entry, name);
  return typeof text === 'string' ? text.trim() : '';
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
