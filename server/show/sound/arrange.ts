import type { SoundInput, Strips } from '../../protocol/slices.js';

type Strip = Strips['strips'][number];

/** Most strips that come to the live page by themselves. */
const MOST_SHOWN = 6;
/** OBS's kinds of devices that are for sound alone, on every system; a camera or a window that sounds is none. */
const DEVICE_KIND = /audio|alsa|jack|(?:input|output)[-_]capture/i;
/** What people call a mic, as a word of the name. */
const DEVICE_NAME =
  /(?<!\p{L})(?:mics?|micro\p{L}*|mikro\p{L}*|aux|desktop|lav(?:alier)?s?|lapels?|headsets?)(?!\p{L})/iu;

/**
 * The strips of a collection after a look at its inputs. Those that are new go last: mics and other sound devices, told
 * by OBS's kind or by their name, before the rest, each by name; those devices are shown while there are fewer than six,
 * all others wait to be chosen. One that is gone keeps its place; one that comes back by its id or its name has it again.
 */
export function arrange(
  known: Strips | undefined,
  collection: string,
  inputs: readonly SoundInput[],
): Strips {
  const strips = (known?.strips ?? []).map((strip) => ({ ...strip }));
  const unplaced: SoundInput[] = [];
  for (const input of inputs) {
    const own = strips.find(({ inputId }) => inputId === input.id);
    if (own === undefined) unplaced.push(input);
    else own.name = input.name;
  }
  const present = new Set(inputs.map(({ id }) => id));
  for (const input of unplaced.sort(devicesFirst)) {
    const hole = strips.find(({ inputId, name }) => name === input.name && !present.has(inputId));
    if (hole === undefined) strips.push(stripOf(input, strips));
    else hole.inputId = input.id;
  }
  return { collection, strips };
}

/** It is there for its sound: a mic, or what the computer plays. */
export function isDevice({ kind, name }: Pick<SoundInput, 'kind' | 'name'>): boolean {
  return DEVICE_KIND.test(kind) || DEVICE_NAME.test(name);
}

function stripOf(input: SoundInput, others: readonly Strip[]): Strip {
  const hasRoom = others.filter(({ isShown }) => isShown).length < MOST_SHOWN;
  return { inputId: input.id, name: input.name, isShown: hasRoom && isDevice(input), isHeld: false };
}

function devicesFirst(a: SoundInput, b: SoundInput): number {
  return Number(isDevice(b)) - Number(isDevice(a)) || a.name.localeCompare(b.name);
}
