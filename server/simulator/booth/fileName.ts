/** A recording's name from the profile's pattern, as OBS fills it in; without folder and extension. */
export function fileNameOf(pattern: string, at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const parts: Record<string, string> = {
    '%CCYY': String(at.getFullYear()),
    '%YY': two(at.getFullYear() % 100),
    '%MM': two(at.getMonth() + 1),
    '%DD': two(at.getDate()),
    '%hh': two(at.getHours()),
    '%mm': two(at.getMinutes()),
    '%ss': two(at.getSeconds()),
    '%%': '%',
  };
  const filled = pattern.replaceAll(/%%|%CCYY|%YY|%MM|%DD|%hh|%mm|%ss/g, (part) => parts[part] ?? part);
  return filled.replaceAll(/[:*?"<>|]/g, '_');
}
