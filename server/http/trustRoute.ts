import type { Express } from 'express';

/** A certificate authority that devices do not know by themselves. */
export interface Trusted {
  /** What a device lists it as. */
  name: string;
  /** SHA-256, as pairs of digits with colons. */
  fingerprint: string;
  pem: string;
}

/** `GET /trust/authority`: what the page `/trust` says; `GET /trust/showfloor.crt`: the file that devices install. */
export function serveTrust(app: Express, { name, fingerprint, pem }: Trusted): void {
  app.get('/trust/authority', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ name, fingerprint });
  });
  app.get('/trust/showfloor.crt', (_request, response) => {
    // By this type iPads offer to install it. As an attachment they would put it among the files.
    response.set({ 'Cache-Control': 'no-store', 'Content-Type': 'application/x-x509-ca-cert' });
    response.send(Buffer.from(pem));
  });
}
