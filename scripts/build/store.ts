import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** One time for every entry, so that equal sources give equal bytes; a zip's calendar begins in 1980 (APPNOTE 4.4.6). */
const ENTRY_TIME = new Date(1980, 0, 1, 12);

/**
 * Packs a built extension as its store wants it. Chromium's store gives the extension its id itself and
 * refuses a manifest with a `key`, so that one line is left out; Firefox's manifest has none.
 */
export async function packForStore(folder: string, zipFile: string): Promise<void> {
  const entries: Zippable = {};
  for (const path of await filesBelow(folder)) {
    const bytes = await readFile(path);
    const name = relative(folder, path).split(sep).join('/');
    entries[name] = name === 'manifest.json' ? withoutKey(bytes) : bytes;
  }
  await mkdir(dirname(zipFile), { recursive: true });
  await writeFile(zipFile, zipSync(entries, { level: 9, mtime: ENTRY_TIME }));
}

/** Sorted, because folders are listed in no certain order. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The manifest's text less the line of its key. */
function withoutKey(manifest: Buffer): Buffer {
  const lines = manifest.toString().split('\n');
  return Buffer.from(lines.filter((line) => !line.startsWith('  "key": ')).join('\n'));
}
