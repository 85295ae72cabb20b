import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** A path under dist/. */
export function dist(...parts: string[]): string {
  return join(ROOT, 'dist', ...parts);
}
