/** `npm run build`: dist/chromium, dist/firefox, their packages in dist/store, dist/host and dist/core. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { buildHost } from '../host/build.ts';
import { bundleBackground, bundleCore, bundlePages } from './build/bundles.ts';
import { assembleExtension } from './build/extension.ts';
import { dist } from './build/paths.ts';
import { packForStore } from './build/store.ts';

const BROWSERS = ['chromium', 'firefox'] as const;

/**
 * Builds everything into a folder, which is emptied first. Equal sources give equal bytes, whoever asks:
 * Vite would make development code of them in an environment that says so, as a test runner's does.
 */
export async function buildAll(folder: string = dist()): Promise<void> {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await buildParts(folder);
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

async function buildParts(folder: string): Promise<void> {
  const bundle = join(folder, 'bundle');
  await rm(folder, { recursive: true, force: true });
  await Promise.all([bundlePages(bundle), bundleCore(join(folder, 'core')), buildHost(join(folder, 'host'))]);
  await bundleBackground(bundle);
  for (const browser of BROWSERS) {
    await assembleExtension(browser, bundle, join(folder, browser));
    await packForStore(join(folder, browser), join(folder, 'store', `${browser}.zip`));
  }
  await rm(bundle, { recursive: true });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildAll(process.argv[2]);
