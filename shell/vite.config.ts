import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { cspHashes } from './build/csp-hashes.ts'
import { decodeWithoutHtml } from './build/decode-without-html.ts'
import { emptyWithoutHtml } from './build/empty-without-html.ts'

/** The desktop as a static site: every address relative, no inline script, so that it runs under its policy anywhere. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), cspHashes(), emptyWithoutHtml(), decodeWithoutHtml()],
  build: {
    outDir: '../dist/shell',
    emptyOutDir: true,
    target: 'es2024',
    // `light-dark()` stays as it is: what stands in for it does not follow an app's own `color-scheme`.
    cssTarget: ['chrome126', 'firefox129', 'safari18'],
    assetsInlineLimit: 0,
    // The catalog of components is one chunk: an app may use any of them, and is drawn as it arrives.
    chunkSizeWarningLimit: 800,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['index.html', 'self-test/runner.html', 'preview/index.html', 'math/host.html'].map(page => `${import.meta.dirname}/${page}`) },
  },
})
