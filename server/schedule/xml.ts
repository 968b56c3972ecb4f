import { setImmediate } from 'node:timers/promises';
import sax from 'sax';
import { LIMITS } from './limits.js';
import { ScheduleRefused } from './refused.js';
import type { Remarks } from './remarks.js';

/** An element by its local name, without its namespace. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** Its own text, without that of its children. */
  text: string;
  place: string;
}

/** How much is read before others get their turn: about 10 ms. */
const CHUNK = 131_072;

/** The root of this XML. Entities of its own are refused before anything could unfold; others get their turn meanwhile. */
export async function readXml(text: string, remarks: Remarks): Promise<XmlElement> {
  const source = text.trimStart();
  const skippedLines = text.slice(0, text.length - source.length).split('\n').length - 1;
  const parser = sax.parser(true, { position: true });
  const place = (): string => `line ${parser.line + 1 + skippedLines}, column ${Math.max(1, parser.column)}`;
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;

  parser.ondoctype = (doctype) => {
    if (/<!ENTITY/iu.test(doctype)) throw new ScheduleRefused('xml-entities', place(), {});
  };
  parser.onopentag = ({ name, attributes }) => {
    const element = {
      name: local(name),
      attributes: ownAttributes(attributes),
      children: [],
      text: '',
      place: place(),
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
    if (open.length > LIMITS.depth) throw new ScheduleRefused('too-deep', place(), { most: LIMITS.depth });
  };
  const addText = (piece: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += piece;
  };
  parser.oncdata = addText;
  parser.onclosetag = () => void open.pop();
  const onError = (error: Error): void => {
    const problem = error.message.split('\n')[0] ?? 'malformed';
    if (!/entity/iu.test(problem)) {
      throw new ScheduleRefused('xml-broken', place(), {
        problem: problem.replace(/\.$/u, '').toLowerCase(),
      });
    }
    remarks.add('stray-ampersand', place(), {});
    parser.resume();
  };
  // The linter takes these two names for events of a page.
  Object.assign(parser, { ontext: addText, onerror: onError });

  for (let at = 0; at < source.length; at += CHUNK) {
    parser.write(source.slice(at, at + CHUNK));
    await setImmediate();
  }
  parser.close();
  if (root === null) throw new ScheduleRefused('xml-broken', place(), { problem: 'it has no element' });
  return root;
}

export function childrenOf(element: XmlElement | null, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function childOf(element: XmlElement | null, name: string): XmlElement | null {
  return element?.children.find((child) => child.name === name) ?? null;
}

/** The text of the child of that name; null when it is missing or empty. */
export function textOfChild(element: XmlElement | null, name: string): string | null {
  const found = childOf(element, name)?.text.trim() ?? '';
  return found === '' ? null : found;
}

export function attributeOf(element: XmlElement, name: string): string | null {
  const found = Object.hasOwn(element.attributes, name) ? element.attributes[name]?.trim() : undefined;
  return found === undefined || found === '' ? null : found;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function ownAttributes(attributes: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)]));
}
