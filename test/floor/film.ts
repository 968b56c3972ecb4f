import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** How long a recording plays, in seconds. @throws when it does not play */
export async function lengthOfFilm(file: string): Promise<number> {
  const probe = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', file];
  const { stdout } = await promisify(execFile)('ffprobe', probe);
  return Number(stdout);
}
