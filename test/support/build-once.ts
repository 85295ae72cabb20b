import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, ROOT } from '../../scripts/build/paths.ts';
import { buildAll } from '../../scripts/build.ts';

/** The file in dist/ that says when the build for the tests was made. */
export const TESTED_BUILD = '.tested-build';

/** What the build reads. */
const SOURCES = [
  'src',
  'background',
  'popup',
  'options',
  'host',
  'icons',
  '_locales',
  'scripts',
  'manifest.json',
  'package.json',
  'package-lock.json',
];

/** Builds what ships, once, before the tests that load it into a browser; not again while no source has changed. */
export default async function setup(): Promise<void> {
  const stamp = dist(TESTED_BUILD);
  const startedAt = new Date();
  if (lastChange(stamp) > Math.max(...SOURCES.map((source) => lastChange(join(ROOT, source))))) return;
  await buildAll();
  writeFileSync(stamp, '');
  // A source that changed during the build counts as changed.
  utimesSync(stamp, startedAt, startedAt);
}

/** When a file, or any file in a folder tree, was last changed: milliseconds since 1970, 0 if it is not there. */
function lastChange(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}
