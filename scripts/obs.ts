import { parseArgs } from 'node:util';
import { askedToEnd, BadOption, failWith, integer, word } from './commandLine.js';
import type { Configuration } from './headless/configuration.js';
import { startHeadlessObs } from './headless/obs.js';

// `npm run obs`: a throw-away real OBS without a screen, until Ctrl-C.
try {
  const obs = await startHeadlessObs(readOptions(process.argv.slice(2)));
  console.log(
    `OBS answers on ${obs.url}, password ${obs.password}. Recordings: ${obs.recordDir}. Ctrl-C ends it.`,
  );
  const death = await Promise.race([askedToEnd(), obs.died]);
  await obs.stop();
  if (death !== null) throw new Error(death);
} catch (error) {
  failWith(error);
}

function readOptions(args: string[]): Configuration {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '4466' },
      password: { type: 'string', default: 'testpassword' },
      scenes: { type: 'string', default: 'booth' },
      size: { type: 'string', default: '640x360' },
      fps: { type: 'string', default: '10' },
      'overlay-display': { type: 'string' },
    },
  });
  return {
    port: integer('--port', values.port, 0, 65_535),
    password: values.password,
    scenes: word('--scenes', values.scenes, ['booth', 'empty']),
    size: size(values.size),
    fps: integer('--fps', values.fps, 1, 120),
    overlayDisplay: values['overlay-display'] ?? null,
  };
}

function size(text: string): { width: number; height: number } {
  const [width, height, ...rest] = text.split('x');
  if (width === undefined || height === undefined || rest.length > 0) {
    throw new BadOption(`--size takes a width and a height, as in 640x360, not "${text}".`);
  }
  return { width: integer('--size', width, 8, 7680), height: integer('--size', height, 8, 4320) };
}
