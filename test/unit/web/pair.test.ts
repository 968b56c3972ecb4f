import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { placesFor } from '../../../web/devices/addresses.js';
import { qrOf } from '../../../web/devices/qr.js';
import { leaveWhenUnpaired } from '../../../web/devices/unpaired.js';
import type { LinkRefusal } from '../../../web/live/linkRefusal.js';
import type { Link } from '../../../web/live/live.js';
import { codeIn, digitsIn } from '../../../web/pair/code.js';

describe('the code of a pairing address', () => {
  it('is all that stands behind the #, and an address without one has none', () => {
    expect([codeIn('#a-b_c'), codeIn('#'), codeIn('')]).toEqual(['a-b_c', null, null]);
  });

  it('is six digits however they were typed or pasted', () => {
    expect(digitsIn('402 917')).toBe('402917');
    expect(digitsIn('４０２９１７')).toBe('402917');
    expect(digitsIn('no 40-29')).toBe('4029');
    expect(digitsIn('4029178')).toBe('402917');
  });
});

describe('where an invited device may open the page', () => {
  const urls = ['http://192.168.0.7:8088', 'http://10.0.0.7:8088'];
  const local = 'http://localhost:8088';
  const addresses = { urls, here: 'http://127.0.0.1:8089', trust: null };

  it('is in the networks of the server, and never on its own computer', () => {
    expect(placesFor('host', addresses, local)).toEqual(urls.map((url) => ({ url, isHere: false })));
  });

  it('is only this computer, and said to be, when the server is in no network', () => {
    expect(placesFor('host', { ...addresses, urls: [] }, local)).toEqual([{ url: local, isHere: true }]);
  });

  it('is where this page is, too, when that is another name of the server', () => {
    const named = 'http://booth.local:8088';
    expect(placesFor('viewer', addresses, named).map(({ url }) => url)).toEqual([...urls, named]);
    expect(placesFor('viewer', addresses, 'http://10.0.0.7:8088').map(({ url }) => url)).toEqual(urls);
  });

  it('is first the computer of the server for the overlay, as OBS is mostly there', () => {
    const [first, second] = placesFor('overlay', addresses, 'https://127.0.0.1:8088');
    expect(first).toEqual({ url: 'http://127.0.0.1:8089', isHere: true });
    expect(second).toEqual({ url: 'http://192.168.0.7:8088', isHere: false });
  });
});

describe('a QR code', () => {
  it('has a square for each dark module of the code of its text, and a light border all round', () => {
    const text = `http://192.168.0.7:8088/pair#${'x'.repeat(43)}`;
    const { path, size } = qrOf(text);
    const { data } = encode(text, { ecc: 'M', border: 4 });
    const squares = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/gu)].map(([, x, y]) => [Number(x), Number(y)]);
    expect(squares).toHaveLength(data.flat().filter(Boolean).length);
    expect(squares.every(([x, y]) => data[y ?? -1]?.[x ?? -1])).toBe(true);
    const edges = squares.flat();
    expect([Math.min(...edges), Math.max(...edges)]).toEqual([4, size - 5]);
  });
});

describe('a panel whose device is not paired', () => {
  function panel() {
    let [link, refusal]: [Link, LinkRefusal | null] = ['connecting', null];
    let told: () => void = () => undefined;
    const went: string[] = [];
    const live = {
      link: () => link,
      refusal: () => refusal,
      subscribe: (listener: () => void) => {
        told = listener;
        return () => true;
      },
    };
    leaveWhenUnpaired(live, (address) => went.push(address));
    const becomes = (next: Link, why: LinkRefusal | null) => {
      [link, refusal] = [next, why];
      told();
    };
    return { went, becomes };
  }

  it('goes to where it can be paired', () => {
    const { went, becomes } = panel();
    becomes('refused', 'unpaired');
    expect(went).toEqual(['/pair']);
  });

  it('says there that it was paired, when it was connected until then', () => {
    const { went, becomes } = panel();
    becomes('connected', null);
    becomes('lost', null);
    becomes('refused', 'unpaired');
    expect(went).toEqual(['/pair?was-paired']);
  });

  it('stays where it is for any other trouble', () => {
    const { went, becomes } = panel();
    becomes('connected', null);
    becomes('lost', null);
    becomes('refused', 'other-build');
    becomes('refused', 'bad-handshake');
    expect(went).toEqual([]);
  });
});
