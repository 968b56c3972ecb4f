import { renderUnicodeCompact } from 'uqr';
import type { Pairing } from './access/pairing.js';
import type { Options } from './options.js';
import type { Addresses } from './protocol/slices.js';

/** Makes a code for the first tablet, and a token for the overlay that has none, and words how they are used. */
export function makeGreeting(
  { simulator, obs, dev }: Options,
  {
    addresses,
    version,
    pairing,
    fingerprint,
  }: { addresses: Addresses; version: string; pairing: Pairing; fingerprint: string | null },
): string {
  const { here, urls, trust } = addresses;
  const [pairAt = here] = urls;
  const { code, digits } = pairing.invite('producer');
  const address = `${pairAt}/pair#${code}`;
  // A show whose overlay is paired keeps its address to itself: only its hash is known here.
  const overlay = pairing.hasA('overlay')
    ? 'is paired; a new address: the panel’s menu, Devices, Add a device'
    : `${here}/overlay/#token=${pairing.token('overlay', 'OBS').secret}   told once: put it into a browser source, 1920x1080`;
  return [
    `Showfloor ${version}${simulator ? '  SIMULATOR: no real OBS, not for a show' : ''}${dev ? '  development' : ''}`,
    `  panel    ${[...new Set([here, ...urls])].map((url) => `${url}/`).join('   ')}`,
    `  overlay  ${overlay}`,
    `  OBS      ${simulator ? 'simulated' : obs}`,
    ...(trust === null || fingerprint === null
      ? []
      : [
          `  trust    a device that warns of the certificate: open ${trust} on it, once`,
          `           ${fingerprint} is what it has to show there`,
        ]),
    '',
    'Pair a device: scan this, or open the address, within ten minutes. One code pairs one device.',
    renderUnicodeCompact(address, { border: 1 }),
    `  ${address}`,
    `  or open ${pairAt}/pair and type ${digits.slice(0, 3)} ${digits.slice(3)}`,
    '',
  ].join('\n');
}
