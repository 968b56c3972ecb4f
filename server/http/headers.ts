import type { RequestHandler } from 'express';
import helmet from 'helmet';

const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/**
 * Strict for every answer, also for a no. OBS injects its custom CSS as a style element, so the overlay allows inline
 * style, and still no inline script. No HSTS: OBS's browser reaches us by plain HTTP on loopback and must go on doing so.
 */
export function strictHeaders(): RequestHandler {
  const forPages = withPolicy(POLICY);
  const forOverlay = withPolicy({ ...POLICY, styleSrc: ["'self'", "'unsafe-inline'"] });
  return (request, response, next) => {
    const headers = request.path.startsWith('/overlay') ? forOverlay : forPages;
    headers(request, response, next);
  };
}

/** Vite's development server injects its client and styles inline and reaches back by its own socket. */
export function devHeaders(): RequestHandler {
  const loose = ["'self'", "'unsafe-inline'"];
  return withPolicy({ ...POLICY, scriptSrc: loose, styleSrc: loose, connectSrc: ["'self'", 'ws:', 'wss:'] });
}

function withPolicy(directives: Record<string, string[]>): RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
}
