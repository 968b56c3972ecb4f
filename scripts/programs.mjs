import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './command.mjs';

const INSTALL_MS = 900_000;

/** Programs that tests need, and the Debian packages that bring them with what they need to work. */
export const PROGRAMS = {
  obs: ['obs-studio', 'obs-plugins', 'libgl1-mesa-dri'],
  Xvfb: ['xvfb'],
  chromium: ['chromium', 'fonts-dejavu-core'],
  ffmpeg: ['ffmpeg'],
};

/**
 * Installs from the distribution what is missing, where that can be done without asking: on Debian, as root.
 * @returns {Promise<string[]>} programs that are still missing
 */
export async function providePrograms() {
  const missing = missingPrograms();
  if (missing.length === 0 || !isDebian() || process.getuid?.() !== 0) return missing;

  const packages = missing.flatMap((program) => PROGRAMS[program]);
  console.log(`Installing from Debian: ${packages.join(' ')} …`);
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, capture: true, deadlineMs: INSTALL_MS };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { code, output } = await run('apt-get', args, options);
    if (code !== 0) console.error(`${output}\napt-get ${args.join(' ')} failed (${code}).`);
  }
  return missingPrograms();
}

/** @returns {(keyof typeof PROGRAMS)[]} */
function missingPrograms() {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  // `Object.keys` forgets the keys' type.
  const programs = /** @type {(keyof typeof PROGRAMS)[]} */ (Object.keys(PROGRAMS));
  return programs.filter((program) => !folders.some((folder) => isExecutable(join(folder, program))));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Not there, or not for us: the same for our purpose.
    return false;
  }
}

function isDebian() {
  const release = '/etc/os-release';
  return existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'));
}
