const HELPER = /^[_.([]/u;
const HOLDING_WORDS = [
  'holding',
  'hold',
  'brb',
  'be right back',
  'pause',
  'standby',
  'break',
  'back soon',
  'intermission',
];
const HOLDING = new RegExp(`(?<![\\p{L}\\p{N}])(?:${HOLDING_WORDS.join('|')})(?![\\p{L}\\p{N}])`, 'iu');

/** A scene that only serves others: by custom its name begins with a mark. */
export function isHelper(name: string): boolean {
  return HELPER.test(name);
}

/** A scene for when nothing else may be seen, by its name. */
export function isNamedHolding(name: string): boolean {
  return HOLDING.test(name);
}
