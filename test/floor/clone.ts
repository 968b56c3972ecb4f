import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NpmStart } from './npmStart.js';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const LINKING_NPM = fileURLToPath(new URL('./linkingNpm.mjs', import.meta.url));

/** The repository as somebody has it who just cloned it, with what is not committed yet. Nothing is installed. */
export class Clone {
  readonly #place = realpathSync(mkdtempSync(join(tmpdir(), 'showfloor-clone-')));
  readonly folder = join(this.#place, 'showfloor');
  readonly #notes = join(this.#place, 'npm');
  readonly #starts: NpmStart[] = [];

  copy(): void {
    const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const files = execFileSync('git', listing, { cwd: REPOSITORY, encoding: 'utf8' }).split('\0');
    for (const file of new Set(files)) {
      const from = join(REPOSITORY, file);
      if (file !== '' && existsSync(from)) cpSync(from, join(this.folder, file));
    }
  }

  /** `npm start` of a simulated show of its own. */
  start(show: string): NpmStart {
    const options = ['--simulator', '--port', '0', '--data', join(this.#place, `data-${show}`)];
    const start = new NpmStart([join(this.folder, 'scripts/start.mjs'), ...options], {
      npm_execpath: LINKING_NPM,
      SHOWFLOOR_TEST_PACKAGES: REPOSITORY,
      SHOWFLOOR_TEST_NOTES: this.#notes,
    });
    this.#starts.push(start);
    start.start();
    return start;
  }

  /** What npm was asked for, a line each time. */
  installs(): string[] {
    return readFileSync(this.#notes, 'utf8').trim().split('\n');
  }

  /** The folder that `dist` stands for. */
  build(): string {
    return realpathSync(join(this.folder, 'dist'));
  }

  async dispose(): Promise<void> {
    await Promise.all(this.#starts.map((start) => start.kill()));
    rmSync(this.#place, { recursive: true, force: true });
  }
}
