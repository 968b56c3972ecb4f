import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The question to a client that must know the password. */
export interface Challenge {
  salt: string;
  challenge: string;
}

/** A new question, as unlike the last one as the real one's. */
export function newChallenge(): Challenge {
  return { salt: randomBytes(32).toString('base64'), challenge: randomBytes(32).toString('base64') };
}

/** Whether the client's answer proves the password. */
export function isProof(answer: unknown, password: string, { salt, challenge }: Challenge): boolean {
  const expected = Buffer.from(sha256(sha256(password + salt) + challenge));
  const given = Buffer.from(String(answer));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
