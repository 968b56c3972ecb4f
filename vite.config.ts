import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { graphicsPlugin } from './overlays/graphicsPlugin.js';

/**
 * Pages for tablets and for the Chromium inside OBS, which is 103 up to OBS 30.2: one target for all. The build id is
 * the hash of the sources; a page whose id differs from the server's reloads itself.
 */
export default defineConfig({
  appType: 'custom',
  plugins: [svelte(), graphicsPlugin()],
  define: { __BUILD__: JSON.stringify(process.env['SHOWFLOOR_BUILD'] ?? 'dev') },
  // What modules and sheets refer to stays findable when a graphic's folder is served from elsewhere.
  experimental: {
    renderBuiltUrl: (_, { hostType }) => (hostType === 'html' ? undefined : { relative: true }),
  },
  build: {
    target: 'chrome103',
    cssTarget: 'chrome103',
    outDir: 'dist/pages',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        ...{ panel: 'web/index.html', pair: 'web/pair/index.html', trust: 'web/trust/index.html' },
        overlay: 'overlays/index.html',
      },
    },
  },
});
