import { startHeadlessObs } from '../../scripts/headless/obs.js';

export interface Target {
  url: string;
  password: string;
  hang(): void;
  resume(): void;
  kill(): Promise<void>;
  restart(): Promise<void>;
  quit(): Promise<void>;
  stop(): Promise<void>;
}

export const TARGETS: { name: string; open: () => Promise<Target> }[] = [
  {
    name: 'a real OBS',
    async open() {
      const obs = await startHeadlessObs({
        port: 0,
        password: 'pw',
        size: { width: 640, height: 360 },
        fps: 30,
        scenes: 'booth',
        overlayDisplay: null,
      });
      return {
        url: obs.url,
        password: obs.password,
        hang: () => obs.pause(),
        resume: () => obs.resume(),
        kill: () => obs.kill(),
        restart: () => obs.start(),
        quit: () => obs.quit(),
        stop: () => obs.stop(),
      };
    },
  },
];
