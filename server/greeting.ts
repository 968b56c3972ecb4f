import { renderUnicodeCompact } from 'uqr';
import { lanUrls, urlHere } from './access/addresses.js';
import type { Pairing } from './access/pairing.js';
import type { Options } from './options.js';

/** Makes a code for the first tablet, and a token for the overlay that has none, and words how they are used. */
export function makeGreeting(
  { host, simulator, obs, dev }: Options,
  { port, version, pairing }: { port: number; version: string; pairing: Pairing },
): string {
  const here = urlHere(host, port);
  const lan = lanUrls(host, port);
  const [pairAt = here] = lan;
  const { code, digits } = pairing.invite('producer');
  const address = `${pairAt}/pair#${code}`;
  // A show whose overlay is paired keeps its address to itself: only its hash is known here.
  const overlay = pairing.hasA('overlay')
    ? 'is paired; a new address: the panel’s menu, Devices, Add a device'
    : `${here}/overlay/#token=${pairing.token('overlay', 'OBS').secret}   told once: put it into a browser source, 1920x1080`;
  return [
    `Showfloor ${version}${simulator ? '  SIMULATOR: no real OBS, not for a show' : ''}${dev ? '  development' : ''}`,
    `  panel    ${[...new Set([here, ...lan])].map((url) => `${url}/`).join('   ')}`,
    `  overlay  ${overlay}`,
    `  OBS      ${simulator ? 'simulated' : obs}`,
    '',
    'Pair a device: scan this, or open the address, within ten minutes. One code pairs one device.',
    renderUnicodeCompact(address, { border: 1 }),
    `  ${address}`,
    `  or open ${pairAt}/pair and type ${digits.slice(0, 3)} ${digits.slice(3)}`,
    '',
  ].join('\n');
}
