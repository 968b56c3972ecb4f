import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, loadConfigFromFile } from 'vite';

/** What the pages below were built as; the booth of the tests says the same. */
export const BUILD = 'test';

/** Builds the overlay as the product does, without the panel, into a folder of its own. */
export async function buildOverlay(): Promise<{ folder: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'showfloor-overlay-'));
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, 'vite.config.ts');
  if (loaded === null) throw new Error('vite.config.ts was not found');
  const { config } = loaded;
  await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    define: { __BUILD__: JSON.stringify(BUILD) },
    build: {
      ...config.build,
      outDir: folder,
      rolldownOptions: { input: { overlay: 'overlays/index.html' } },
    },
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
