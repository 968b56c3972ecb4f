import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { LIMITS } from './limits.js';
import { placeAt } from './place.js';
import { ScheduleRefused } from './refused.js';

/** What this JSON holds. The depth is looked at first: what walks it later may recurse. */
export function readJson(text: string): unknown {
  refuseDepth(text);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Node 20 names no place; this one does, and takes longer.
    const errors: ParseError[] = [];
    parse(text, errors, { disallowComments: true, allowTrailingComma: false });
    const [first] = errors;
    const end = text.trimEnd().length;
    const offset = Math.min(first?.offset ?? end, end);
    throw new ScheduleRefused('json-broken', placeAt(text, offset), {
      problem: offset === end ? 'it ends too early' : worded(first),
    });
  }
}

function worded(error: ParseError | undefined): string {
  // "CommaExpected" to "comma expected".
  const words = error === undefined ? 'invalid' : printParseErrorCode(error.error);
  return words.replace(/(?<=[a-z])(?=[A-Z])/gu, ' ').toLowerCase();
}

/** Brackets in strings do not count. */
function refuseDepth(text: string): void {
  let depth = 0;
  let isString = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (isString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isString = false;
    } else if (sign === '"') isString = true;
    else {
      depth += step(sign);
      if (depth > LIMITS.depth) tooDeep(text, at);
    }
  }
}

function step(sign: string): number {
  if (sign === '[' || sign === '{') return 1;
  return sign === ']' || sign === '}' ? -1 : 0;
}

function tooDeep(text: string, at: number): never {
  throw new ScheduleRefused('too-deep', placeAt(text, at), { most: LIMITS.depth });
}
