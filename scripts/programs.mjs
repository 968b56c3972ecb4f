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
  if (isDebian() && process.getuid?.() === 0) await installPackages();
  return missingPrograms();
}

async function installPackages() {
  const wanted = Object.values(PROGRAMS).flat();
  const query = ['-W', '-f', '${db:Status-Status} ${Package}\\n', ...wanted];
  const { output } = await run('dpkg-query', query, { capture: true });
  const packages = wanted.filter((name) => !output.split('\n').includes(`installed ${name}`));
  if (packages.length === 0) return;

  console.log(`Installing from Debian: ${packages.join(' ')} …`);
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, capture: true, deadlineMs: INSTALL_MS };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { code, output: told } = await run('apt-get', args, options);
    if (code !== 0) console.error(`${told}\napt-get ${args.join(' ')} failed (${code}).`);
  }
}

/** @returns {string[]} */
function missingPrograms() {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return Object.keys(PROGRAMS).filter(
    (program) => !folders.some((folder) => isExecutable(join(folder, program))),
  );
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
