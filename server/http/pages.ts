import { join } from 'node:path';
import express, { type Express } from 'express';

/** Hashed names never change; everything else is asked for again, so that a new build shows at once. */
const FOR_EVER = { immutable: true, maxAge: '1y', index: false } as const;
const ASK_AGAIN = { cacheControl: false, index: false } as const;

/**
 * The built pages: `/` the panel, `/pair` where a device is paired, `/trust` how it trusts the certificate, `/overlay/`
 * the renderer, `/graphics` what it renders.
 */
export function servePages(app: Express, pagesDir: string): void {
  app.use('/assets', express.static(join(pagesDir, 'assets'), FOR_EVER));
  app.use((_request, response, next) => {
    response.set('Cache-Control', 'no-cache');
    next();
  });
  app.use('/graphics', express.static(join(pagesDir, 'graphics'), ASK_AGAIN));
  for (const [path, page] of [
    ['/', 'web'],
    ['/pair', 'web/pair'],
    ['/trust', 'web/trust'],
    ['/overlay/', 'overlays'],
  ] as const) {
    app.get(path, (_request, response) => response.sendFile(join(pagesDir, page, 'index.html'), ASK_AGAIN));
  }
}
