import type { TRUST } from '../../server/protocol/panelTexts.js';

export type Kind = keyof typeof TRUST.devices;

/** What this device seems to be. iPads say that they are Macs, and a Mac finds its own steps one tap away. */
export function kindOf(userAgent: string): Kind {
  if (userAgent.includes('Android')) return 'android';
  return /iPad|iPhone|Macintosh/u.test(userAgent) ? 'apple' : 'computer';
}

/** In eight groups of four bytes, which an eye compares one by one. */
export function groupsOf(fingerprint: string): string[] {
  return fingerprint.match(/(?:[\dA-F]{2}:?){1,4}/gu)?.map((group) => group.replace(/:$/u, '')) ?? [];
}
