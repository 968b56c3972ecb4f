import { PANEL } from '../../server/protocol/panelTexts.js';

/** A command in the panel's words; one that the panel does not know keeps its name. */
export function askedFor(command: string): string {
  const words: Readonly<Record<string, string>> = PANEL.commands;
  return Object.hasOwn(words, command) ? (words[command] ?? command) : command;
}
