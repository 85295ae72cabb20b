import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe } from 'vitest';

/** Where the reference material lies: files of third parties that are not part of this project. */
const REFERENCE = resolve(import.meta.dirname, '../..', process.env.USI_REFERENCE ?? '../shared');

/** The path of a file or folder in the reference material. */
export function referencePath(...parts: string[]): string {
  return resolve(REFERENCE, ...parts);
}

/** Whether the reference material is there. */
export function hasReference(...parts: string[]): boolean {
  return existsSync(referencePath(...parts));
}

/** `describe` for tests that need the reference material; without it they are skipped and say why. */
export function describeWithReference(title: string, tests: () => void): void {
  if (hasReference()) describe(title, tests);
  else describe.skip(`${title} (skipped: no reference material at USI_REFERENCE)`, tests);
}
