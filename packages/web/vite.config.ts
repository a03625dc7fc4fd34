import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** What a phone shows of the installed app. */
const manifest = {
  id: '/',
  name: 'Tulkka Lessons',
  short_name: 'Tulkka',
  description: 'Practise what your own English lessons taught you.',
  start_url: '/',
  display: 'standalone' as const,
  background_color: '#faf7f0',
  theme_color: '#0f6b5c',
  icons: [
    { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' as const },
    { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' as const },
    { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
  ],
};

/** The screens of the office; what is only theirs has names that begin with `desk-`. */
const office = /\/src\/screens\/(?:desk|review|class|classes|worksheet)\//;

export default defineConfig({
  plugins: [
    react(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest,
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'],
        // The desk is for the office; a learner's phone keeps only what a learner opens.
        globIgnores: ['**/desk-*'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/(api|auth\/v1|docs|openapi\.json|health|ready|metrics)/],
        cleanupOutdatedCaches: true,
        clientsClaim: false,
        skipWaiting: false,
      },
    }),
  ],
  resolve: { conditions: ['source', 'browser', 'module', 'import', 'default'] },
  build: {
    target: 'es2022',
    // Data URIs would need `data:` in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'build-manifest.json',
    rolldownOptions: {
      output: {
        chunkFileNames: ({ facadeModuleId, name }) =>
          office.test(facadeModuleId ?? '') && name !== 'desk'
            ? 'assets/desk-[name]-[hash].js'
            : 'assets/[name]-[hash].js',
      },
    },
    sourcemap: false,
  },
});
