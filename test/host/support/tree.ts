import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything below a folder: each path with its mode, and for files time and contents. Equal trees compare equal. */
export function treeOf(folder: string): Record<string, string> {
  const entries: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const path = join(folder, name);
    const { mode, mtimeMs } = lstatSync(path);
    const isFolder = lstatSync(path).isDirectory();
    entries[name] = isFolder ? `folder ${mode}` : `file ${mode} ${mtimeMs} ${readFileSync(path, 'utf8')}`;
  }
  return entries;
}
