/** What a browser says that it runs on, in the words of whoever holds it. iPads say that they are Macs: so may this. */
const DEVICES: readonly (readonly [RegExp, string])[] = [
  [/iPad/, 'iPad'],
  [/iPhone/, 'iPhone'],
  [/Android(?!.*Mobile)/, 'Android tablet'],
  [/Android/, 'Android phone'],
  [/CrOS/, 'Chromebook'],
  [/Macintosh/, 'Mac or iPad'],
  [/Windows/, 'Windows computer'],
  [/Linux/, 'Linux computer'],
];

/** A device's name from its User-Agent: a guess, and only ever shown. */
export function deviceNameOf(userAgent: string): string {
  return DEVICES.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'Device';
}
