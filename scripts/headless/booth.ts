import type { Configuration } from './configuration.js';

/**
 * A scene collection as OBS saves one, with what a small booth has and Debian's OBS can make without devices: two
 * cameras (one moves), a laptop picture, texts, and two mics that sound.
 */
export function boothCollection(name: string, { size, fps, overlayDisplay }: Configuration): object {
  const picture = `size=${size.width}x${size.height}:rate=${fps}`;
  const inputs = [
    media('Camera wide', `testsrc=${picture}`),
    color('Camera close', 0xff_80_40_20, size),
    media('Laptop', `smptebars=${picture}`),
    color('Backdrop', 0xff_30_20_10, size),
    text('Title', 'We will be right back'),
    media('Host mic', 'sine=frequency=440'),
    media('Guest mic', 'sine=frequency=660'),
    ...(overlayDisplay === null ? [] : [overlay(overlayDisplay)]),
  ];
  const mics = ['Host mic', 'Guest mic'];
  const front = overlayDisplay === null ? [] : ['Overlay'];
  const scenes = [
    scene('Wide', ['Camera wide', ...mics, ...front]),
    scene('Close-up', ['Camera close', ...mics, ...front]),
    scene('Demo', ['Laptop', inCorner('Camera close', size), ...mics, ...front]),
    scene('Holding', ['Backdrop', 'Title', ...front]),
  ];
  return {
    name,
    current_scene: 'Wide',
    current_program_scene: 'Wide',
    scene_order: ['Wide', 'Close-up', 'Demo', 'Holding'].map((scene) => ({ name: scene })),
    sources: [...inputs, ...scenes],
    current_transition: 'Cut',
    transition_duration: 300,
    transitions: [],
    groups: [],
    quick_transitions: [],
  };
}

function source(id: string, version: string, name: string, settings: object) {
  return { id, versioned_id: `${id}${version}`, name, settings };
}

function color(name: string, abgr: number, size: { width: number; height: number }) {
  return source('color_source', '_v3', name, { color: abgr, ...size });
}

function text(name: string, words: string) {
  return source('text_ft2_source', '_v2', name, {
    text: words,
    font: { face: 'DejaVu Sans', size: 32, style: 'Book', flags: 0 },
  });
}

/**
 * Pictures and tones of ffmpeg's own generators: they run in real time and need no device and no sound server. They
 * play on while hidden; one that OBS stops and restarts is a "lost connection" to it, and holds up every change of
 * collection by up to the time between its attempts (10 s unless said).
 */
function media(name: string, generator: string) {
  return source('ffmpeg_source', '', name, {
    is_local_file: false,
    input: generator,
    input_format: 'lavfi',
    restart_on_activate: false,
    reconnect_delay_sec: 1,
  });
}

/** Another X display's picture with its pure green keyed out: how OBS shows an overlay page where it has no browser. */
function overlay(display: string) {
  return {
    ...source('xshm_input', '', 'Overlay', {
      advanced: true,
      server: display,
      screen: 0,
      show_cursor: false,
    }),
    filters: [
      source('color_key_filter', '_v2', 'Green is transparent', {
        key_color_type: 'green',
        similarity: 80,
        smoothness: 50,
      }),
    ],
  };
}

interface Item {
  name: string;
  scale?: { x: number; y: number };
  pos?: { x: number; y: number };
}

/** A quarter of the picture wide, at the bottom right. */
function inCorner(name: string, size: { width: number; height: number }): Item {
  return { name, scale: { x: 0.25, y: 0.25 }, pos: { x: size.width * 0.75, y: size.height * 0.75 } };
}

/** Items from back to front. */
function scene(name: string, names: (string | Item)[]) {
  const items = names.map((item, index) => {
    const own: Item = typeof item === 'string' ? { name: item } : item;
    return { ...own, id: index + 1, visible: true };
  });
  return source('scene', '', name, { items, id_counter: items.length, custom_size: false });
}
