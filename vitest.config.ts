import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Suites as `npm test` runs them, one after the other. What drives an OBS or a browser gets the machine for itself. */
export default defineConfig({
  test: {
    projects: [
      {
        // Svelte compiles runes for the server under plain Node, where effects never run.
        plugins: [svelte()],
        resolve: { conditions: ['browser'] },
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'], maxWorkers: 2, testTimeout: 20_000 },
      },
      alone('obs', 60_000),
      alone('overlay', 60_000),
      alone('floor', 120_000),
      alone('attack', 60_000),
      alone('campaign', 43_200_000),
      alone('long', 1_500_000),
    ],
  },
});

function alone(name: string, testTimeout: number) {
  return {
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      fileParallelism: false,
      testTimeout,
      hookTimeout: 120_000,
    },
  };
}
