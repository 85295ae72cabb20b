import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { dist } from '../../scripts/build/paths.ts';

/** A text file of the build. */
export function built(...parts: string[]): string {
  return readFileSync(dist(...parts), 'utf8');
}

/** Every file below a folder, by its path from there, sorted. */
export function filesBelow(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]));
}

/** The scripts that a built page loads, with all that they import, as one text. */
export function codeOfPage(page: string): string {
  const html = dist('chromium', page);
  const scripts = [...readFileSync(html, 'utf8').matchAll(/<script[^>]* src="([^"]+)"/g)];
  const seen = new Map<string, string>();
  const load = (path: string) => {
    if (seen.has(path)) return;
    const code = readFileSync(path, 'utf8');
    seen.set(path, code);
    for (const [, imported = ''] of code.matchAll(/\b(?:from|import) ?["'`](\.[^"'`]+)["'`]/g)) {
      load(resolve(dirname(path), imported));
    }
  };
  for (const [, src = ''] of scripts) load(resolve(dirname(html), src));
  return [...seen.values()].join('\n');
}
