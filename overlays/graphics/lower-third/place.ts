const ALIGNS = ['left', 'centre', 'right'] as const;

/** Where on the picture the plates stand: a side of it, and `raised` above captions and a player's bar. */
export interface Place {
  align: (typeof ALIGNS)[number];
  raised: boolean;
}

/** The place in what a renderer handed over; what is not said there is left and not raised. */
export function placeIn(data: unknown): Place {
  const place: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'place') : undefined;
  const of = (name: string): unknown =>
    typeof place === 'object' && place !== null ? Reflect.get(place, name) : undefined;
  return { align: ALIGNS.find((align) => align === of('align')) ?? 'left', raised: of('raised') === true };
}
