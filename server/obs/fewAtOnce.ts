/** How many sources are asked about at once: OBS has other things to do. */
const AT_ONCE = 8;

/** Asks about all of them, a few at a time; the answers in their order. */
export async function fewAtOnce<T, R>(items: readonly T[], ask: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    answers.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(ask))));
  }
  return answers;
}
