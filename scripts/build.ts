/** `npm run build`: dist/chromium, dist/firefox, dist/host and dist/core. */
import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { buildHost } from '../host/build.ts';
import { bundleBackground, bundleCore, bundlePages } from './build/bundles.ts';
import { assembleExtension } from './build/extension.ts';
import { dist } from './build/paths.ts';

export async function buildAll(): Promise<void> {
  await rm(dist(), { recursive: true, force: true });
  await Promise.all([bundlePages(dist('bundle')), bundleCore(dist('core')), buildHost(dist('host'))]);
  await bundleBackground(dist('bundle'));
  await assembleExtension('chromium', dist('bundle'), dist('chromium'));
  await assembleExtension('firefox', dist('bundle'), dist('firefox'));
  await rm(dist('bundle'), { recursive: true });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildAll();
