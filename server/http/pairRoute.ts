import express, { type Express } from 'express';
import { z } from 'zod';
import { wordingOf } from '../protocol/texts.js';
import type { Role } from '../protocol/codes.js';
import { COOKIES, COOKIE_MS, addressOf } from './credential.js';
import { deviceNameOf } from './deviceName.js';
import { entranceOf } from './entrance.js';
import { placeOf } from './place.js';

/** Gives a code for a device's secret; answered by whoever knows the devices. All at one place have their tries together. */
export type Redeem = (
  code: string,
  from: { address: string; place: string; name: string },
) => { device: { role: Role }; secret: string } | 'wrong' | 'too-many';

const bodySchema = z.strictObject({ code: z.string().min(1).max(100) });
const NOES = {
  wrong: { status: 403, code: 'code-wrong' },
  'too-many': { status: 429, code: 'too-many-tries' },
} as const;

/**
 * `POST /pair {code}`: pairs the browser that asks. The page does it, never its address: what looks at links before
 * people do would use the code up.
 */
export function servePairing(app: Express, redeem: Redeem): void {
  app.post('/pair', express.json({ limit: '1kb' }), (request, response) => {
    const body = bodySchema.safeParse(request.body);
    const name = deviceNameOf(request.headers['user-agent'] ?? '');
    const address = addressOf(request);
    const redeemed = body.success
      ? redeem(body.data.code, { address, place: placeOf(address), name })
      : ('wrong' as const);
    response.set('Cache-Control', 'no-store');
    if (typeof redeemed === 'string') {
      const { status, code } = NOES[redeemed];
      response.status(status).json({ code, message: wordingOf(code, {}) });
      return;
    }
    const { scheme } = entranceOf(request);
    response
      .cookie(COOKIES[scheme], redeemed.secret, {
        ...{ httpOnly: true, sameSite: 'strict', path: '/', maxAge: COOKIE_MS },
        secure: scheme === 'https',
      })
      .json({ role: redeemed.device.role });
  });
}
