interface Kind {
  hasAudio: boolean;
  hasPicture: boolean;
  hasMedia: boolean;
  defaults: Record<string, unknown>;
}

const silent = { hasAudio: false, hasPicture: true, hasMedia: false };

/** The kinds of input that this OBS has, by versioned name; those of an OBS on Linux with its browser. */
export const KINDS: Readonly<Record<string, Kind>> = {
  image_source: { ...silent, defaults: { unload: false, linear_alpha: false } },
  color_source_v3: { ...silent, defaults: { color: 0xff_d1_d1_d1, width: 1920, height: 1080 } },
  text_ft2_source_v2: {
    ...silent,
    defaults: { font: { face: 'Sans Serif', flags: 0, size: 256, style: '' }, outline: false },
  },
  xshm_input: { ...silent, defaults: { screen: 0, show_cursor: true, advanced: false } },
  v4l2_input: { ...silent, defaults: { input: -1 } },
  browser_source: {
    ...silent,
    hasAudio: true,
    defaults: { url: 'https://obsproject.com/browser-source', width: 800, height: 600, fps: 30 },
  },
  ffmpeg_source: {
    hasAudio: true,
    hasPicture: true,
    hasMedia: true,
    defaults: { is_local_file: true, looping: false, restart_on_activate: true },
  },
  pulse_input_capture: {
    hasAudio: true,
    hasPicture: false,
    hasMedia: false,
    defaults: { device_id: 'default' },
  },
};

/** What `GetInputKindList` calls a kind when asked for unversioned ones. */
export function unversioned(kind: string): string {
  return kind.replace(/_v\d+$/, '');
}
