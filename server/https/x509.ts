import { generateKeyPair, randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { promisify } from 'node:util';
import forge from 'node-forge';

const DAY_MS = 86_400_000;
/** How RFC 5280 numbers the kinds of names. */
const [DNS_NAME, ADDRESS] = [2, 7];
/** And how what an authority may vouch for is written in DER. */
const TAGS = { sequence: 0x30, permitted: 0xa0, dnsName: 0x80 | DNS_NAME };
const LONGEST = 127;

/** A certificate and its private key, both as PEM. */
export interface Pair {
  key: string;
  cert: string;
}

/** What a certificate says. `from` and `until` in milliseconds since 1970. */
export interface Statement {
  /** In letters, digits and what is common between them. */
  subject: string;
  from: number;
  until: number;
  extensions: object[];
}

const makeKeys = promisify(generateKeyPair);
const { pki } = forge;

/** So many days, the first of them over: the clock of a tablet may be behind. */
export function daysFrom(now: number, days: number): { from: number; until: number } {
  return { from: now - DAY_MS, until: now + (days - 1) * DAY_MS };
}

/** A new key with a certificate of it, signed by the issuer, or by itself. Keys are made off the main thread. */
export async function signed(
  { subject, from, until, extensions }: Statement,
  issuer: Pair | null,
): Promise<Pair> {
  const { publicKey, privateKey } = await makeKeys('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const certificate = pki.createCertificate();
  certificate.publicKey = pki.publicKeyFromPem(publicKey);
  // Its first bit is not set: the number would be read as a negative one.
  certificate.serialNumber = `4${randomBytes(16).toString('hex').slice(1)}`;
  certificate.validity.notBefore = new Date(from);
  certificate.validity.notAfter = new Date(until);
  const name = [{ name: 'commonName', value: subject }];
  certificate.setSubject(name);
  const authority = issuer === null ? null : pki.certificateFromPem(issuer.cert);
  certificate.setIssuer(authority?.subject.attributes ?? name);
  const signer = authority ?? certificate;
  certificate.setExtensions([
    ...extensions,
    { name: 'subjectKeyIdentifier' },
    { name: 'authorityKeyIdentifier', keyIdentifier: signer.generateSubjectKeyIdentifier().getBytes() },
  ]);
  certificate.sign(pki.privateKeyFromPem(issuer?.key ?? privateKey), forge.md.sha256.create());
  // In the lines that Node and the files of others have.
  return { key: privateKey, cert: pki.certificateToPem(certificate).replaceAll('\r\n', '\n') };
}

/** Who a server is: names, and addresses as literals. */
export function alternativeNames(names: readonly string[]): object {
  const altNames = names.map((name) =>
    isIP(name) === 0 ? { type: DNS_NAME, value: name } : { type: ADDRESS, ip: name },
  );
  return { name: 'subjectAltName', altNames };
}

/**
 * The only names of the DNS that an authority may vouch for, each with what is below it. Not critical, as RFC 5280 would
 * have it: what does not know it would take nothing at all of this authority.
 */
export function onlyNames(names: readonly string[]): object {
  const subtrees = names.map((name) => der(TAGS.sequence, der(TAGS.dnsName, Buffer.from(name))));
  const value = der(TAGS.sequence, der(TAGS.permitted, ...subtrees)).toString('latin1');
  return { id: '2.5.29.30', critical: false, value };
}

/** Tag, length and content; forge has no words for the tags of this extension. */
function der(tag: number, ...content: Buffer[]): Buffer {
  const whole = Buffer.concat(content);
  if (whole.length > LONGEST) throw new Error('too long for a length of one byte');
  return Buffer.concat([Buffer.from([tag, whole.length]), whole]);
}
