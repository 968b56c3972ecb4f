import { parseArgs } from 'node:util';

/** What the small servers of this folder share: options that refuse in a sentence, and waiting for the order to end. */

/** An option that makes no sense; its message is for the person at the terminal. */
export class BadOption extends Error {
  override readonly name = 'BadOption';
}

/** A whole number between two limits, both included. */
export function integer(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most) {
    throw new BadOption(`${option} takes a whole number from ${least} to ${most}, not "${text}".`);
  }
  return value;
}

/** One of the words. */
export function word<Word extends string>(option: string, text: string, words: readonly Word[]): Word {
  const found = words.find((candidate) => candidate === text);
  if (found === undefined) throw new BadOption(`${option} takes ${words.join(' or ')}, not "${text}".`);
  return found;
}

/** A show's folder, and a file that it goes to or comes from. */
export function showAndFile(args: string[]): { data: string; file: string } {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string', default: process.env['SHOWFLOOR_DATA'] ?? './data' } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || file === '' || more.length > 0)
    throw new BadOption('It takes the name of one file, as in show.showfloor, and --data FOLDER.');
  return { data: values.data, file };
}

/** Resolves on the first SIGINT or SIGTERM. */
export function askedToEnd(): Promise<null> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve(null));
    process.once('SIGTERM', () => resolve(null));
  });
}

/** Says why a program could not start, or went wrong, and sets its exit code: 2 for bad options, else 1. */
export function failWith(error: unknown): void {
  const isOption = error instanceof BadOption || (error instanceof TypeError && 'code' in error);
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = isOption ? 2 : 1;
}
