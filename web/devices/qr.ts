import { encode } from 'uqr';

/** A QR code to draw: a path of one square a dark module, and how many modules a side has, its light border with them. */
export interface QrDrawing {
  path: string;
  size: number;
}

/** Of medium correction: a tablet's glass has reflections and fingerprints. */
export function qrOf(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { path: squares.join(''), size };
}
