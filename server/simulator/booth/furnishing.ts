import { newInput, newScene, type Input, type Scene } from './sources.js';

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
  const wide = newInput('Camera wide', 'ffmpeg_source', generator('testsrc=size=640x360:rate=30'));
  const close = newInput('Camera close', 'color_source_v3', {
    color: 0xff_80_40_20,
    width: 640,
    height: 360,
  });
  const laptop = newInput('Laptop', 'ffmpeg_source', generator('smptebars=size=640x360:rate=30'));
  const backdrop = newInput('Backdrop', 'color_source_v3', { color: 0xff_30_20_10, width: 640, height: 360 });
  const title = newInput('Title', 'text_ft2_source_v2', { text: 'We will be right back' });
  const mics = [
    newInput('Host mic', 'ffmpeg_source', generator('sine=frequency=440')),
    newInput('Guest mic', 'ffmpeg_source', generator('sine=frequency=660')),
  ];
  const start = newScene('Wide', [wide, ...mics]);
  return {
    name: 'booth',
    inputs: [wide, close, laptop, backdrop, title, ...mics],
    start,
    scenes: [
      start,
      newScene('Close-up', [close, ...mics]),
      newScene('Demo', [laptop, close, ...mics]),
      newScene('Holding', [backdrop, title]),
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
