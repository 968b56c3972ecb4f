import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { boothCollection } from './booth.js';

/** What the OBS is like; everything that lands in its configuration folder. */
export interface Configuration {
  port: number;
  password: string;
  /** Canvas and output alike. */
  size: { width: number; height: number };
  fps: number;
  /** `booth`: Wide, Close-up, Demo and Holding with inputs; `empty`: the one empty scene of an untouched OBS. */
  scenes: 'booth' | 'empty';
  /** An X display whose picture is keyed over every booth scene as input "Overlay" (green is transparent); else null. */
  overlayDisplay: string | null;
}

const NAME = 'booth';

/** Writes a configuration with which OBS asks nobody anything, for the places of OBS 28 to 32 alike. */
export async function writeConfiguration(
  home: string,
  recordDir: string,
  wanted: Configuration,
): Promise<void> {
  const root = path.join(home, 'obs-studio');
  const files: Record<string, string> = {
    'global.ini': ini({ ...general, ...basic, OBSWebSocket: websocketIni(wanted) }),
    'user.ini': ini({ ...general, ...basic }), // from 31 on
    'plugin_config/obs-websocket/config.json': JSON.stringify(websocketJson(wanted)), // from 30.2 on
    [`basic/profiles/${NAME}/basic.ini`]: ini(profile(recordDir, wanted)),
  };
  if (wanted.scenes === 'booth') {
    files[`basic/scenes/${NAME}.json`] = JSON.stringify(boothCollection(NAME, wanted));
  }
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** Takes away what makes OBS 29.1 and newer ask "it was not shut down properly" and wait for an answer. */
export async function forgetUncleanShutdown(home: string): Promise<void> {
  for (const name of ['safe_mode', '.sentinel']) {
    await rm(path.join(home, 'obs-studio', name), { recursive: true, force: true });
  }
}

type Ini = Record<string, Record<string, string | number | boolean>>;

const general: Ini = { General: { FirstRun: true, EnableAutoUpdates: false } };

const basic: Ini = {
  Basic: { SceneCollection: NAME, SceneCollectionFile: NAME, Profile: NAME, ProfileDir: NAME },
};

function websocketIni(wanted: Configuration) {
  return {
    FirstLoad: false,
    ServerEnabled: true,
    ServerPort: wanted.port,
    AuthRequired: true,
    ServerPassword: wanted.password,
    AlertsEnabled: false,
  };
}

function websocketJson(wanted: Configuration) {
  return {
    first_load: false,
    server_enabled: true,
    server_port: wanted.port,
    auth_required: true,
    server_password: wanted.password,
    alerts_enabled: false,
  };
}

function profile(recordDir: string, { size, fps }: Configuration): Ini {
  return {
    General: { Name: NAME },
    Output: { Mode: 'Simple' },
    SimpleOutput: {
      FilePath: recordDir,
      RecFormat: 'mkv',
      RecFormat2: 'mkv', // its name from 29.1 on
      RecQuality: 'Small',
      RecEncoder: 'x264_lowcpu',
      VBitrate: 1000,
      RecRB: true, // the replay buffer can be started; it costs nothing before
      RecRBTime: 60,
      RecRBSize: 64,
    },
    Video: {
      BaseCX: size.width,
      BaseCY: size.height,
      OutputCX: size.width,
      OutputCY: size.height,
      FPSType: 1,
      FPSInt: fps,
    },
  };
}

function ini(sections: Ini): string {
  return Object.entries(sections)
    .map(([section, keys]) => `[${section}]\n${lines(keys)}`)
    .join('\n');
}

function lines(keys: Record<string, string | number | boolean>): string {
  return Object.entries(keys)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}
