import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Express } from 'express';

/** Pages straight from their sources with hot reload: Vite as middleware of the same Express. */
export async function serveDevPages(
  app: Express,
  server: Server,
  root: string,
): Promise<() => Promise<void>> {
  const { createServer } = await import('vite');
  const vite = await createServer({ root, server: { middlewareMode: { server } } });
  for (const [path, page] of [
    ['/', 'web/index.html'],
    ['/pair', 'web/pair/index.html'],
    ['/trust', 'web/trust/index.html'],
    ['/overlay/', 'overlays/index.html'],
  ] as const) {
    app.get(path, async (request, response) => {
      const html = await readFile(join(root, page), 'utf8');
      response.type('html').send(await vite.transformIndexHtml(request.originalUrl, html));
    });
  }
  app.use(vite.middlewares);
  return () => vite.close();
}
