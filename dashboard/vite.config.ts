import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

// A browser asks for six files at a time and waits a round trip for each, so few files arrive sooner than many small ones.
const groups = [
  { name: 'app', tags: ['$initial' as const], priority: 2 },
  { name: 'plot', test: /node_modules|(clean|plots?)\.ts$/, priority: 1 },
  { name: 'figures', test: /dashboard[\\/](api|charts|components|words|pages[\\/]family)[\\/]/ },
];

export default defineConfig({
  plugins: [solid()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:8080' } },
});
