import { defineConfig, type Plugin } from 'vite';
import solid from 'vite-plugin-solid';

// A browser asks for six files at a time and waits a round trip for each, so few files arrive sooner than many small ones.
const groups = [
  {
    name: 'first',
    test: /dashboard[\\/](main|markup)\.ts$|vite[\\/]preload-helper/,
    priority: 3,
  },
  { name: 'app', test: /dashboard[\\/]start\.tsx$/, priority: 2 },
  // Nothing of it may lie in the chunk of Plot: that takes long to run, and the pages ask for figures before it does.
  {
    name: 'figures',
    test: /dashboard[\\/](api|charts|components|words|pages[\\/]family)[\\/](?!.*plots?\.ts$)/,
    priority: 1,
  },
  { name: 'plot', test: /node_modules|plots?\.ts$/ },
];

/** Lets the document name the app's code beside the first script, so that both are fetched at once. */
const fetchedAtOnce = (): Plugin => ({
  name: 'fetched-at-once',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle }) =>
      Object.values(bundle ?? {})
        .flatMap((file) => (file.type === 'chunk' && file.name === 'app' ? [file.fileName, ...file.imports] : []))
        .filter((name) => !html.includes(name))
        .map((name) => ({
          tag: 'link',
          injectTo: 'head' as const,
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` },
        })),
  },
});

export default defineConfig({
  plugins: [solid(), fetchedAtOnce()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:8080' } },
});
