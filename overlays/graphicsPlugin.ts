import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const FOLDER = 'overlays/graphics';

/**
 * Gives OGraf graphics addresses without a hash, `/graphics/NAME/NAME.ograf.json` and its main module beside it, in
 * development and in the build. Modules and sheets refer to their assets relatively, so that a copied folder works.
 */
export function graphicsPlugin(): Plugin {
  let root = '.';
  return {
    name: 'showfloor-graphics',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
    },
    buildStart() {
      if (this.meta.watchMode || this.environment.mode === 'dev') return;
      for (const name of readdirSync(join(root, FOLDER))) {
        const fileName = `graphics/${name}/${name}.js`;
        this.emitFile({ type: 'chunk', id: modulePath(root, name), fileName, preserveSignature: 'strict' });
        this.emitFile({
          type: 'asset',
          fileName: `graphics/${name}/${name}.ograf.json`,
          source: readFileSync(manifestPath(root, name)),
        });
      }
    },
    transform: { filter: { id: /@fontsource.*\.css/u }, handler: typefaceSheet },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const asked = /^\/graphics\/([\w-]+)\/\1(\.ograf\.json|\.js)(\?.*)?$/u.exec(request.url ?? '');
        const [, name, kind, query] = asked ?? [];
        if (name === undefined || !existsSync(manifestPath(root, name))) return next();
        if (kind === '.js') {
          request.url = `/${FOLDER}/${name}/${name}.ts${query ?? ''}`;
          return next();
        }
        response.setHeader('Content-Type', 'application/json');
        response.end(readFileSync(manifestPath(root, name)));
      });
    },
  };
}

function modulePath(root: string, name: string): string {
  return join(root, FOLDER, name, `${name}.ts`);
}

function manifestPath(root: string, name: string): string {
  return join(root, FOLDER, name, `${name}.ograf.json`);
}

/**
 * Sheets of typefaces without the old format beside the new one, megabytes that no browser of ours asks for; and with
 * all the combining marks in the ranges of Latin that its files have, or a mark on a letter comes from another file and
 * stands beside it.
 */
function typefaceSheet(code: string): string {
  return code
    .replaceAll(/, url\([^)]*\.woff\) format\('woff'\)/gu, '')
    .replaceAll('U+0304,U+0308,U+0329', 'U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329');
}
