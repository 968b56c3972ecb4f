import { createHash } from 'node:crypto';
import { newInput, newScene, type Input, type Scene, type Source } from './sources.js';

/** What a scene collection holds. */
export interface Collection {
  name: string;
  inputs: Input[];
  /** As the list on OBS's screen reads, top first. */
  scenes: Scene[];
  /** On program when it is loaded. */
  start: Scene;
}

/** The collection of a small booth: two cameras, a laptop, a holding picture, and two mics. */
export function boothCollection(): Collection {
  const wide = savedInput('Camera wide', 'ffmpeg_source', generator('testsrc=size=640x360:rate=30'));
  const close = savedInput('Camera close', 'color_source_v3', {
    color: 0xff_80_40_20,
    width: 640,
    height: 360,
  });
  const laptop = savedInput('Laptop', 'ffmpeg_source', generator('smptebars=size=640x360:rate=30'));
  const backdrop = savedInput('Backdrop', 'color_source_v3', {
    color: 0xff_30_20_10,
    width: 640,
    height: 360,
  });
  const title = savedInput('Title', 'text_ft2_source_v2', { text: 'We will be right back' });
  const mics = [
    savedInput('Host mic', 'ffmpeg_source', generator('sine=frequency=440')),
    savedInput('Guest mic', 'ffmpeg_source', generator('sine=frequency=660')),
  ];
  const start = savedScene('Wide', [wide, ...mics]);
  return {
    name: 'booth',
    inputs: [wide, close, laptop, backdrop, title, ...mics],
    start,
    scenes: [
      start,
      savedScene('Close-up', [close, ...mics]),
      savedScene('Demo', [laptop, close, ...mics]),
      savedScene('Holding', [backdrop, title]),
    ],
  };
}

/** What a collection holds that somebody has just made. */
export function emptyCollection(name: string): Collection {
  const start = newScene('Scene', []);
  return { name, inputs: [], scenes: [start], start };
}

function generator(input: string) {
  return { is_local_file: false, input, input_format: 'lavfi' };
}

function savedInput(...about: Parameters<typeof newInput>): Input {
  return saved(newInput(...about));
}

function savedScene(...about: Parameters<typeof newScene>): Scene {
  return saved(newScene(...about));
}

/** OBS saves its ids with the collection: they are the same after a crash. */
function saved<S extends Source>(source: S): S {
  const digits = createHash('sha256').update(`${source.type} ${source.name}`).digest('hex');
  return { ...source, uuid: digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-4$3-8$4-$5') };
}
