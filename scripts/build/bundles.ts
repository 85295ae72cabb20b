import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import shared from '../../vite.config.ts';
import { ROOT } from './paths.ts';

/** The pages that a person opens; each folder holds an index.html. */
const PAGES = ['popup', 'options'];

const COMMON = {
  ...shared,
  configFile: false,
  root: ROOT,
  base: './',
  logLevel: 'warn',
} satisfies InlineConfig;

/** Pages with their shared chunks and styles. */
export async function bundlePages(outDir: string): Promise<void> {
  await build({
    ...COMMON,
    build: {
      outDir,
      emptyOutDir: true,
      // The helper for preloading would put document.* into shared chunks.
      modulePreload: false,
      rolldownOptions: { input: PAGES.map((page) => join(ROOT, page, 'index.html')) },
    },
  });
}

/** The background as one file: a worker in Chromium, an event page in Firefox. */
export async function bundleBackground(outDir: string): Promise<void> {
  await bundleLibrary('background/main.ts', outDir, 'background');
}

/** The core for Node and for other tools. */
export async function bundleCore(outDir: string): Promise<void> {
  await bundleLibrary('src/index.ts', outDir, 'index');
}

async function bundleLibrary(entry: string, outDir: string, fileName: string): Promise<void> {
  await build({
    ...COMMON,
    build: {
      outDir,
      emptyOutDir: false,
      minify: true,
      lib: { entry: join(ROOT, entry), formats: ['es'], fileName: () => `${fileName}.js` },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
}
