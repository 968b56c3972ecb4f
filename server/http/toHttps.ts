import type { RequestHandler } from 'express';
import { addressOf } from './credential.js';
import { entranceOf } from './entrance.js';
import { isLoopback } from './loopback.js';

/** What a device may load before it trusts the certificate: the page that says how, and what it is made of. */
const BEFORE_TRUST = /^\/(trust|assets)(\/|$)/u;

/** Leads who came to the port of HTTPS without it to where they are answered. `ports` null: there is no HTTPS. */
export function leadToHttps(ports: () => Ports | null): RequestHandler {
  return (request, response, next) => {
    const { scheme, port } = entranceOf(request);
    const own = ports();
    const isGet = request.method === 'GET' || request.method === 'HEAD';
    if (own === null || scheme === 'https' || port !== own.port) return next();
    if (isGet && BEFORE_TRUST.test(request.path)) return next();
    response.set('Cache-Control', 'no-store');
    if (!isGet)
      return response.status(403).type('text').send('Here HTTPS is spoken: ask again with https://.\n');
    response.redirect(
      307,
      placeFor(addressOf(request), request.headers.host ?? '', own) + request.originalUrl,
    );
  };
}

interface Ports {
  port: number;
  plainPort: number;
}

/**
 * Devices to the same host by HTTPS. Who is on this computer to its plain port: OBS keeps the address that its overlay
 * had before there was HTTPS, and trusts no authority of ours.
 */
export function placeFor(address: string, host: string, { plainPort }: Ports): string {
  return isLoopback(address) ? `http://127.0.0.1:${plainPort}` : `https://${host}`;
}
